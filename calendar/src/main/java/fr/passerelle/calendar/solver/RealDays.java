package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.MinuteSpan;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days that an animateur can make of a real date: for each set of étapes the best one, and those that keep references at their minute. */
record RealDays(DayTourList tours) {

    /**
     * A day.
     *
     * @param kept references that it holds as they are
     */
    record RealDay(DayTour tour, List<ReferenceSession> kept) {

        private boolean isAtLeast(RealDay other, TourQuestion question) {
            return kept.containsAll(other.kept)
                    && tour.roadMinutes() <= other.tour.roadMinutes()
                    && tour.work(question.terms()) <= other.tour.work(question.terms());
        }
    }

    /**
     * All of them.
     *
     * @param references of that animateur on that date
     */
    List<RealDay> of(int animateur, LocalDate date, List<ReferenceSession> references) {
        List<DayVisit> candidates = IntStream.range(0, question().stops().size())
                .filter(stop -> tours.mayHold(animateur, stop, date))
                .mapToObj(tours::visit)
                .toList();
        return tours.sets(animateur, date, candidates, told(references)).stream()
                .flatMap(set -> doubled(set, references))
                .flatMap(set -> best(variants(set, references)
                                .flatMap(visits -> tours.best(animateur, date, visits).stream())
                                .distinct()
                                .map(tour -> new RealDay(tour, kept(tour, references)))
                                .toList())
                        .stream())
                .toList();
    }

    /** The étapes of some references, which may share that day whatever lies between them. */
    private BitSet told(List<ReferenceSession> references) {
        BitSet told = new BitSet();
        IntStream.range(0, question().stops().size())
                .filter(stop -> references.stream()
                        .anyMatch(session -> session.stop()
                                .equals(question().stops().get(stop).key())))
                .forEach(told::set);
        return told;
    }

    /** A set, and the same with some of its étapes twice: at any hours, and both in the morning and in the afternoon. */
    private Stream<List<DayVisit>> doubled(List<DayVisit> set, List<ReferenceSession> references) {
        List<List<DayVisit>> all = new ArrayList<>(List.of(set));
        for (DayVisit visit : set) {
            for (List<DayVisit> each : List.copyOf(all)) {
                if (each.size() < question().terms().tournees().sessionsADay() && isTwice(visit, references)) {
                    all.add(Stream.concat(each.stream(), Stream.of(visit)).toList());
                    all.add(Stream.concat(
                                    each.stream().filter(other -> !other.equals(visit)),
                                    Stream.of(DemiJournee.values()).map(half -> tours.visit(visit.stop(), half)))
                            .toList());
                }
            }
        }
        return all.stream();
    }

    /** Whether its étape may have two sessions in a day, or has two of them already although it asks for fewer. */
    private boolean isTwice(DayVisit visit, List<ReferenceSession> references) {
        return tours.isTwice(visit.stop())
                || (question().terms().tournees().sessionsADayAPlace() > 1
                        && of(visit, references).count() > 1);
    }

    private Stream<ReferenceSession> of(DayVisit visit, List<ReferenceSession> references) {
        String stop = question().stops().get(visit.stop()).key();
        return references.stream().filter(session -> session.stop().equals(stop));
    }

    /** Each visit as it is, or at the minute of a reference. */
    private Stream<List<DayVisit>> variants(List<DayVisit> set, List<ReferenceSession> references) {
        Stream<List<DayVisit>> all = Stream.of(List.of());
        for (DayVisit visit : set) {
            List<DayVisit> choices = Stream.concat(
                            Stream.of(visit),
                            of(visit, references)
                                    .map(session -> new MinuteSpan(session.start(), session.start() + 1))
                                    .filter(visit.begins()::holds)
                                    .map(minute -> new DayVisit(visit.stop(), minute)))
                    .toList();
            all = all.flatMap(before -> choices.stream()
                    .map(choice ->
                            Stream.concat(before.stream(), Stream.of(choice)).toList()));
        }
        return all;
    }

    private List<RealDay> best(List<RealDay> days) {
        return IntStream.range(0, days.size())
                .filter(day -> IntStream.range(0, days.size())
                        .noneMatch(other -> other != day
                                && days.get(other).isAtLeast(days.get(day), question())
                                && (other < day || !days.get(day).isAtLeast(days.get(other), question()))))
                .mapToObj(days::get)
                .toList();
    }

    private static List<ReferenceSession> kept(DayTour tour, List<ReferenceSession> references) {
        return references.stream()
                .filter(session -> tour.sessions().stream().anyMatch(session::isSameAs))
                .toList();
    }

    private TourQuestion question() {
        return tours.question();
    }
}
