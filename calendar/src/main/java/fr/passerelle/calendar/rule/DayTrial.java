package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries every start of every session of a day: a later one may spare a wait that is no break, a lunch, or a day that is too long. */
final class DayTrial {

    private final TourQuestion question;
    private final TourTerms terms;
    private final TourAnimateur animateur;
    private final LocalDate date;
    private final MinuteSpan span;
    private final List<TourVisit> order;
    private final int[] rest;

    DayTrial(TourQuestion question, TourAnimateur animateur, LocalDate date, MinuteSpan span, List<TourVisit> order) {
        this.question = question;
        this.terms = question.terms();
        this.animateur = animateur;
        this.date = date;
        this.span = span;
        this.order = order;
        this.rest = rest();
    }

    /** The first day that may be, of the earliest starts; empty where none may be. */
    Optional<DayTour> first() {
        return after(List.of());
    }

    private Optional<DayTour> after(List<TourHalt> halts) {
        int index = halts.size();
        if (index == order.size()) {
            return Optional.of(DayTour.of(question, animateur, date, halts))
                    .filter(tour -> DayRules.breaches(question, tour).isEmpty());
        }
        int free = index == 0
                ? span.start()
                : halts.getLast().end() + terms.tournees().packUp();
        int from = free + road(index).minutes() + terms.tournees().setUp();
        return order.get(index)
                .starts(terms, date, from, span.end() - rest[index] + 1)
                .mapToObj(start -> after(with(halts, start)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<TourHalt> with(List<TourHalt> halts, int start) {
        Road road = road(halts.size());
        int arrival = halts.isEmpty()
                ? start - terms.tournees().setUp()
                : halts.getLast().end() + terms.tournees().packUp() + road.minutes();
        TourStop stop = order.get(halts.size()).stop();
        TourHalt halt =
                new TourHalt(stop, road, arrival, start, terms.session(start).end());
        return Stream.concat(halts.stream(), Stream.of(halt)).toList();
    }

    /** The journey to a halt; that home after the last one. */
    private Road road(int index) {
        TourPoint from =
                index == 0 ? animateur.home() : order.get(index - 1).stop().point();
        TourPoint to = index == order.size()
                ? animateur.home()
                : order.get(index).stop().point();
        return question.roads().of(from, to);
    }

    /** Minutes from the start of each session to the return, without a wait. */
    private int[] rest() {
        int[] minutes = new int[order.size()];
        int after = -terms.tournees().setUp();
        for (int index = order.size() - 1; index >= 0; index--) {
            after += terms.tournees().setUp()
                    + terms.sessionMinutes()
                    + terms.tournees().packUp()
                    + road(index + 1).minutes();
            minutes[index] = after;
        }
        return minutes;
    }
}
