package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a day of an animateur out of the étapes that it should hold: leaves as late as possible, then is at each as early as possible, with a
 * break only where one is due; where no such day may be, any that may. A pure function of the question.
 */
public record DayPlanner(TourQuestion question) {

    private static final int NOWHERE = -1;
    private static final Comparator<DayTour> BEST =
            Comparator.comparingInt(DayTour::roadMinutes).thenComparingInt(DayTour::arrival);

    /**
     * The day of the least road, then of the earliest return, then of the first order of the visits as they are given; empty where none may
     * be.
     *
     * @param visits at least one; few, since all their orders are tried
     */
    public Optional<DayTour> best(TourAnimateur animateur, LocalDate date, List<TourVisit> visits) {
        return orders(visits)
                .flatMap(order -> inOrder(animateur, date, order).stream())
                .min(BEST);
    }

    /** The day that holds visits in this order, of an early return; empty where none may be, whenever they begin. */
    public Optional<DayTour> inOrder(TourAnimateur animateur, LocalDate date, List<TourVisit> order) {
        return animateur
                .day(date, question.terms().tournees().day())
                .filter(span -> mayFollow(animateur, date, span, order))
                .flatMap(span -> early(animateur, date, span, order)
                        .or(() -> new DayTrial(question, animateur, date, span, order).first()));
    }

    /** Whether visits can follow each other in an order, were no break ever due: each as early as it can, which no later start mends. */
    private boolean mayFollow(TourAnimateur animateur, LocalDate date, MinuteSpan span, List<TourVisit> order) {
        TourTerms terms = question.terms();
        TourPoint at = animateur.home();
        int free = span.start();
        int work = 0;
        for (TourVisit visit : order) {
            int road = question.roads().of(at, visit.stop().point()).minutes();
            OptionalInt start = visit.starts(
                            terms, date, free + road + terms.tournees().setUp(), span.end())
                    .findFirst();
            if (start.isEmpty()) {
                return false;
            }
            free = terms.session(start.getAsInt()).end() + terms.tournees().packUp();
            work += road
                    + terms.tournees().setUp()
                    + terms.sessionMinutes()
                    + terms.tournees().packUp();
            at = visit.stop().point();
        }
        int back = question.roads().of(at, animateur.home()).minutes();
        return free + back <= span.end()
                && work + back <= terms.tournees().day().longest();
    }

    private Optional<DayTour> early(TourAnimateur animateur, LocalDate date, MinuteSpan span, List<TourVisit> order) {
        // Index 0 has no lunch before it: the day begins there.
        return Stream.concat(
                        Stream.of(NOWHERE), IntStream.range(1, order.size()).boxed())
                .flatMap(lunch -> new Clock(animateur, date, span, lunch).tour(order).stream())
                .filter(tour -> DayRules.breaches(question, tour).isEmpty())
                .min(BEST);
    }

    private static Stream<List<TourVisit>> orders(List<TourVisit> visits) {
        return visits.size() <= 1
                ? Stream.of(visits)
                : IntStream.range(0, visits.size()).boxed().flatMap(first -> {
                    List<TourVisit> others = new ArrayList<>(visits);
                    TourVisit one = others.remove((int) first);
                    return orders(others)
                            .map(rest ->
                                    Stream.concat(Stream.of(one), rest.stream()).toList());
                });
    }

    /** Goes through one day. */
    private final class Clock {

        private final TourAnimateur animateur;
        private final LocalDate date;
        private final MinuteSpan span;
        private final int lunch;
        private final TourTerms terms = question.terms();
        private final List<TourHalt> halts = new ArrayList<>();
        private int since;

        /** @param lunch index of the halt before which the lunch is taken; NOWHERE for none */
        Clock(TourAnimateur animateur, LocalDate date, MinuteSpan span, int lunch) {
            this.animateur = animateur;
            this.date = date;
            this.span = span;
            this.lunch = lunch;
        }

        Optional<DayTour> tour(List<TourVisit> order) {
            TourPoint at = animateur.home();
            int free = span.start();
            for (int index = 0; index < order.size(); index++) {
                TourVisit visit = order.get(index);
                TourPoint place = visit.stop().point();
                if (!halt(visit, question.roads().of(at, place), free, next(order, index))) {
                    return Optional.empty();
                }
                free = halts.getLast().end() + terms.tournees().packUp();
                at = place;
            }
            return Optional.of(DayTour.of(question, animateur, date, halts));
        }

        private Road next(List<TourVisit> order, int index) {
            boolean last = index + 1 == order.size();
            TourPoint to = last ? animateur.home() : order.get(index + 1).stop().point();
            return question.roads().of(order.get(index).stop().point(), to);
        }

        private boolean halt(TourVisit visit, Road road, int free, Road next) {
            int arrival = free + road.minutes();
            OptionalInt start = start(visit, ready(arrival));
            if (start.isPresent() && !halts.isEmpty() && isTooLong(arrival, start.getAsInt(), next)) {
                start = start(visit, arrival + terms.tournees().day().pause());
            }
            start.ifPresent(first -> add(visit.stop(), road, arrival, first));
            return start.isPresent();
        }

        /** The first minute of setting up. */
        private int ready(int arrival) {
            return halts.size() == lunch
                    ? Math.max(arrival, terms.tournees().day().lunchFrom())
                            + terms.tournees().day().lunch()
                    : arrival;
        }

        private OptionalInt start(TourVisit visit, int ready) {
            return visit.starts(terms, date, ready + terms.tournees().setUp(), span.end())
                    .findFirst();
        }

        /** Whether work would go on too long, up to the next halt, if nobody took a break here. */
        private boolean isTooLong(int arrival, int start, Road next) {
            boolean rests = terms.isBreak(start - terms.tournees().setUp() - arrival);
            int until = terms.session(start).end() + terms.tournees().packUp() + next.minutes();
            return !rests && until - since >= terms.tournees().day().unbroken();
        }

        private void add(TourStop stop, Road road, int arrival, int start) {
            int ready = start - terms.tournees().setUp();
            boolean first = halts.isEmpty();
            TourHalt halt = new TourHalt(
                    stop,
                    road,
                    first ? ready : arrival,
                    start,
                    terms.session(start).end());
            if (first) {
                since = ready - road.minutes();
            } else if (terms.isBreak(halt.pause(terms))) {
                since = ready;
            }
            halts.add(halt);
        }
    }
}
