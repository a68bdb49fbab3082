package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries every calendar of one cycle: each day of each animateur with every set of visits, at any hour or at those of its references. */
final class EveryCalendar {

    private final TourQuestion question;
    private final LocalDate cycle;
    private final Map<TourStop, Integer> most;
    private @Nullable TourLevels best;

    private EveryCalendar(TourQuestion question, LocalDate cycle) {
        this.question = question;
        this.cycle = cycle;
        List<ReferenceSession> pins = question.pins();
        this.most = question.stops().stream()
                .collect(Collectors.toMap(stop -> stop, stop -> question.most(stop, cycle, pins)));
    }

    /** The least levels of all that may be. */
    static TourLevels best(TourQuestion question, LocalDate cycle) {
        EveryCalendar every = new EveryCalendar(question, cycle);
        List<List<DayTour>> days = question.animateurs().stream()
                .flatMap(animateur -> question.dates().days(cycle).stream().map(date -> every.days(animateur, date)))
                .filter(options -> !options.isEmpty())
                .toList();
        every.tryAll(days, List.of());
        return Objects.requireNonNull(every.best);
    }

    private void tryAll(List<List<DayTour>> days, List<DayTour> taken) {
        if (isTooMuch(taken) || (best != null && atBest(days, taken).compareTo(best) >= 0)) {
            return;
        }
        if (days.isEmpty()) {
            tryOne(new TourCalendar(taken));
            return;
        }
        List<List<DayTour>> others = days.subList(1, days.size());
        days.getFirst()
                .forEach(day -> tryAll(
                        others, Stream.concat(taken.stream(), Stream.of(day)).toList()));
        tryAll(others, taken);
    }

    private boolean isTooMuch(List<DayTour> taken) {
        return question.stops().stream().anyMatch(stop -> held(taken, stop) > most.getOrDefault(stop, 0));
    }

    /** Less than any calendar reaches that has those days: the days that are left are full, and hold all references of theirs as they are. */
    private TourLevels atBest(List<List<DayTour>> left, List<DayTour> taken) {
        long unserved = 0;
        long changed = 0;
        for (TourStop stop : question.stops()) {
            long held = held(taken, stop);
            List<ReferenceSession> references = question.references(stop, cycle);
            long kept = references.stream()
                    .filter(session -> left.stream().anyMatch(day -> isOf(session, day.getFirst()))
                            || taken.stream()
                                    .flatMap(day -> day.sessions().stream())
                                    .anyMatch(session::isSameAs))
                    .count();
            unserved += Math.max(0, question.asked(stop, cycle) - held);
            changed += Math.max(0, Math.min(references.size(), held) - kept);
        }
        long full = (long) left.size() * question.terms().tournees().sessionsADay();
        return new TourLevels(
                Math.max(0, unserved - full),
                changed,
                taken.stream().mapToLong(DayTour::roadMinutes).sum(),
                0);
    }

    private static boolean isOf(ReferenceSession session, DayTour day) {
        return session.date().equals(day.date())
                && session.animateur().equals(day.animateur().id());
    }

    private static long held(List<DayTour> taken, TourStop stop) {
        return taken.stream()
                .flatMap(day -> day.halts().stream())
                .filter(halt -> halt.stop().equals(stop))
                .count();
    }

    private void tryOne(TourCalendar calendar) {
        TourLevels levels = TourLevels.of(question, calendar, cycle);
        if ((best == null || levels.compareTo(best) < 0)
                && TourCheck.of(question, calendar).holds()) {
            best = levels;
        }
    }

    private List<DayTour> days(TourAnimateur animateur, LocalDate date) {
        List<TourVisit> visits = new ArrayList<>();
        for (TourStop stop : question.stops()) {
            visits.add(TourVisit.of(stop));
            visits.add(TourVisit.of(stop));
            for (DemiJournee half : DemiJournee.values()) {
                visits.add(TourVisit.of(stop, half, question.terms().tournees().day()));
            }
            question.references(stop, cycle).stream()
                    .filter(session ->
                            session.date().equals(date) && session.animateur().equals(animateur.id()))
                    .map(ReferenceSession::start)
                    .distinct()
                    .forEach(start -> visits.add(TourVisit.at(stop, start)));
        }
        return sets(visits, question.terms().tournees().sessionsADay())
                .filter(set -> !set.isEmpty() && set.stream().allMatch(visit -> isSought(set, visit)))
                .flatMap(set -> new DayPlanner(question).best(animateur, date, set).stream())
                .filter(day -> TourCheck.of(question.withReferences(List.of()), new TourCalendar(List.of(day)))
                        .holds())
                .distinct()
                .sorted(Comparator.comparingInt((DayTour day) -> -day.halts().size()))
                .toList();
    }

    /** With several animateurs, half of a day only for an étape that comes twice: other hours than the best are not sought then. */
    private boolean isSought(List<TourVisit> set, TourVisit visit) {
        return question.animateurs().size() == 1
                || visit.equals(TourVisit.of(visit.stop()))
                || question.references(visit.stop(), cycle).stream()
                        .anyMatch(session -> visit.equals(TourVisit.at(visit.stop(), session.start())))
                || set.stream().anyMatch(other -> other != visit && other.stop().equals(visit.stop()));
    }

    private static Stream<List<TourVisit>> sets(List<TourVisit> visits, int most) {
        return visits.isEmpty() || most == 0
                ? Stream.of(List.of())
                : Stream.concat(
                        sets(visits.subList(1, visits.size()), most),
                        sets(visits.subList(1, visits.size()), most - 1)
                                .map(set -> Stream.concat(Stream.of(visits.getFirst()), set.stream())
                                        .toList()));
    }
}
