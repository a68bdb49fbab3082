package fr.passerelle.optimum.tour;

import fr.passerelle.rules.tour.DayPlanner;
import fr.passerelle.rules.tour.DayTour;
import fr.passerelle.rules.tour.TourCalendar;
import fr.passerelle.rules.tour.TourCheck;
import fr.passerelle.rules.tour.TourLevels;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.TourStop;
import fr.passerelle.rules.tour.TourVisit;
import fr.passerelle.rules.tour.VisitPattern;
import fr.passerelle.rules.tour.VisitRhythms;
import fr.passerelle.rules.tour.WorkHalf;
import fr.passerelle.schemas.event.Rythme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries every pattern of every visit for one animateur who works whole days. */
final class EveryRhythm {

    private final TourQuestion question;
    private final DayPlanner planner;
    private final List<WorkHalf> halves;
    private @Nullable TourLevels best;

    private record Visit(TourStop stop, Rythme rythme) {}

    private record Taken(TourStop stop, VisitPattern pattern) {}

    private EveryRhythm(TourQuestion question) {
        this.question = question.ordinary();
        this.planner = new DayPlanner(this.question);
        this.halves = List.copyOf(question.animateurs().getFirst().worked());
    }

    /** The least levels of all that may be. */
    static TourLevels best(TourQuestion question) {
        EveryRhythm every = new EveryRhythm(question);
        every.tryAll(
                every.question.stops().stream()
                        .flatMap(stop -> VisitRhythms.of(stop.asked()).stream().map(rythme -> new Visit(stop, rythme)))
                        .toList(),
                List.of());
        return Objects.requireNonNull(every.best);
    }

    private void tryAll(List<Visit> visits, List<Taken> taken) {
        if (visits.isEmpty()) {
            tryOne(taken);
            return;
        }
        List<Visit> others = visits.subList(1, visits.size());
        tryAll(others, taken);
        Visit visit = visits.getFirst();
        halves.stream()
                .flatMap(when -> VisitPattern.of(visit.rythme(), when).stream())
                .forEach(pattern -> tryAll(
                        others,
                        Stream.concat(taken.stream(), Stream.of(new Taken(visit.stop(), pattern)))
                                .toList()));
    }

    private void tryOne(List<Taken> taken) {
        List<DayTour> all = new ArrayList<>();
        LocalDate from = question.dates().from();
        for (LocalDate date : question.dates().days(from)) {
            List<TourVisit> visits = taken.stream()
                    .filter(each -> each.pattern().days(from).contains(date))
                    .map(each -> TourVisit.of(
                            each.stop(),
                            each.pattern().when().half(),
                            question.terms().tournees().day()))
                    .toList();
            if (visits.size() > question.terms().tournees().sessionsADay()
                    || visits.stream().distinct().count() < visits.size()) {
                return;
            }
            if (!visits.isEmpty()) {
                Optional<DayTour> day = planner.best(question.animateurs().getFirst(), date, visits);
                if (day.isEmpty()) {
                    return;
                }
                all.add(day.orElseThrow());
            }
        }
        TourCalendar calendar = new TourCalendar(all);
        TourLevels levels = TourLevels.of(question, calendar, from);
        if ((best == null || levels.compareTo(best) < 0)
                && TourCheck.of(question, calendar).holds()) {
            best = levels;
        }
    }
}
