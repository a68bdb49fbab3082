package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a day out of étapes: leaves as late as possible, is at each as early as it can, with a break only where due; else any that may be. */
public final class DayPlanner {

    private static final int NOWHERE = -1;

    private static final Comparator<DayTour> BEST =
            Comparator.comparingInt(DayTour::roadMinutes).thenComparingInt(DayTour::arrival);

    private final TourQuestion question;
    private final TourTerms terms;
    private final int setUp;
    private final int packUp;

    /** One that plans the days of a question. */
    public DayPlanner(TourQuestion question) {
        this.question = question;
        this.terms = question.terms();
        this.setUp = terms.tournees().setUp();
        this.packUp = terms.tournees().packUp();
    }

    /** The day of least road, then of earliest return, then of the first order; empty where none may be. It tries all orders: of a few. */
    public Optional<DayTour> best(TourAnimateur animateur, LocalDate date, List<TourVisit> visits) {
        return orders(visits)
                .flatMap(order -> inOrder(animateur, date, order).stream())
                .min(BEST);
    }

    /** The day that holds visits in this order, of an early return; empty where none may be, whenever they begin. */
    public Optional<DayTour> inOrder(TourAnimateur animateur, LocalDate date, List<TourVisit> order) {
        return animateur
                .day(date, terms.tournees().day())
                .map(span -> new Day(animateur, date, span, order))
                .filter(Day::mayBe)
                .flatMap(day -> day.early().or(() -> day.after(List.of(), day.rest())));
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

    private final class Day {

        private final TourAnimateur animateur;
        private final LocalDate date;
        private final MinuteSpan span;
        private final List<TourVisit> order;

        Day(TourAnimateur animateur, LocalDate date, MinuteSpan span, List<TourVisit> order) {
            this.animateur = animateur;
            this.date = date;
            this.span = span;
            this.order = order;
        }

        /** Whether visits can follow each other, were no break ever due: each as early as it can, which no later start mends. */
        private boolean mayBe() {
            int free = span.start();
            int work = road(order.size()).minutes();
            for (int index = 0; index < order.size(); index++) {
                int road = road(index).minutes();
                OptionalInt start = order.get(index)
                        .starts(terms, date, free + road + setUp, span.end())
                        .findFirst();
                if (start.isEmpty()) {
                    return false;
                }
                free = terms.session(start.getAsInt()).end() + packUp;
                work += road + terms.stay();
            }
            return free + road(order.size()).minutes() <= span.end()
                    && work <= terms.tournees().day().longest();
        }

        private Optional<DayTour> early() {
            // Index 0 has no lunch before it: the day begins there.
            return Stream.concat(
                            Stream.of(NOWHERE), IntStream.range(1, order.size()).boxed())
                    .flatMap(lunch -> new Clock(this, lunch).tour().stream())
                    .filter(tour -> TourCheck.breaches(question, tour).isEmpty())
                    .min(BEST);
        }

        /** The first that may be of all starts in order: a later one may spare a wait that is no break, a lunch, or a day too long. */
        private Optional<DayTour> after(List<TourHalt> halts, int[] rest) {
            int index = halts.size();
            if (index == order.size()) {
                return Optional.of(DayTour.of(question, animateur, date, halts))
                        .filter(tour -> TourCheck.breaches(question, tour).isEmpty());
            }
            int free = index == 0 ? span.start() : halts.getLast().end() + packUp;
            return order.get(index)
                    .starts(terms, date, free + road(index).minutes() + setUp, span.end() - rest[index] + 1)
                    .mapToObj(start -> after(with(halts, start), rest))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private List<TourHalt> with(List<TourHalt> halts, int start) {
            Road road = road(halts.size());
            int arrival = halts.isEmpty() ? start - setUp : halts.getLast().end() + packUp + road.minutes();
            return Stream.concat(
                            halts.stream(),
                            Stream.of(halt(order.get(halts.size()).stop(), road, arrival, start)))
                    .toList();
        }

        private TourHalt halt(TourStop stop, Road road, int arrival, int start) {
            return new TourHalt(stop, road, arrival, start, terms.session(start).end());
        }

        /** The journey to a halt; that home after the last one. */
        private Road road(int index) {
            return question.roads().of(point(index - 1), point(index));
        }

        private TourPoint point(int index) {
            return index < 0 || index == order.size()
                    ? animateur.home()
                    : order.get(index).stop().point();
        }

        /** Minutes from the start of each session to the return, without a wait. */
        private int[] rest() {
            int[] minutes = new int[order.size()];
            int after = -setUp;
            for (int index = order.size() - 1; index >= 0; index--) {
                after += terms.stay() + road(index + 1).minutes();
                minutes[index] = after;
            }
            return minutes;
        }
    }

    private final class Clock {

        private final Day day;
        private final int lunch;
        private final List<TourHalt> halts = new ArrayList<>();
        private int since;

        /** @param lunch index of the halt before which the lunch is taken; NOWHERE for none */
        Clock(Day day, int lunch) {
            this.day = day;
            this.lunch = lunch;
        }

        Optional<DayTour> tour() {
            int free = day.span.start();
            for (int index = 0; index < day.order.size(); index++) {
                if (!halt(index, free)) {
                    return Optional.empty();
                }
                free = halts.getLast().end() + packUp;
            }
            return Optional.of(DayTour.of(question, day.animateur, day.date, halts));
        }

        private boolean halt(int index, int free) {
            TourVisit visit = day.order.get(index);
            Road road = day.road(index);
            int arrival = free + road.minutes();
            OptionalInt start = start(visit, ready(arrival));
            if (start.isPresent() && !halts.isEmpty() && isTooLong(arrival, start.getAsInt(), day.road(index + 1))) {
                start = start(visit, arrival + terms.tournees().day().pause());
            }
            start.ifPresent(first -> add(visit.stop(), road, arrival, first));
            return start.isPresent();
        }

        private int ready(int arrival) {
            WorkingDay rules = terms.tournees().day();
            return halts.size() == lunch ? Math.max(arrival, rules.lunchFrom()) + rules.lunch() : arrival;
        }

        private OptionalInt start(TourVisit visit, int ready) {
            return visit.starts(terms, day.date, ready + setUp, day.span.end()).findFirst();
        }

        /** Whether work would go on too long, up to the next halt, if nobody took a break here. */
        private boolean isTooLong(int arrival, int start, Road next) {
            boolean rests = terms.isBreak(start - setUp - arrival);
            int until = terms.session(start).end() + packUp + next.minutes();
            return !rests && until - since >= terms.tournees().day().unbroken();
        }

        private void add(TourStop stop, Road road, int arrival, int start) {
            int ready = start - setUp;
            TourHalt halt = day.halt(stop, road, halts.isEmpty() ? ready : arrival, start);
            if (halts.isEmpty()) {
                since = ready - road.minutes();
            } else if (terms.isBreak(halt.pause(terms))) {
                since = ready;
            }
            halts.add(halt);
        }
    }

    /** An étape that a day should hold, and the minutes at which its session may begin there. */
    public record TourVisit(TourStop stop, MinuteSpan begins) {

        private static final int MINUTES_A_DAY = 24 * 60;

        /** At any hour. */
        public static TourVisit of(TourStop stop) {
            return new TourVisit(stop, new MinuteSpan(0, MINUTES_A_DAY));
        }

        /** In half of a day. */
        public static TourVisit of(TourStop stop, DemiJournee half, WorkingDay terms) {
            boolean morning = half == DemiJournee.MATIN;
            return new TourVisit(
                    stop, new MinuteSpan(morning ? 0 : terms.noon(), morning ? terms.noon() : MINUTES_A_DAY));
        }

        /** At this very minute. */
        public static TourVisit at(TourStop stop, int start) {
            return new TourVisit(stop, new MinuteSpan(start, start + 1));
        }

        /** Minutes of a day at which it may begin, from one on and before another, in order. */
        IntStream starts(TourTerms terms, LocalDate date, int from, int before) {
            return IntStream.iterate(
                            terms.nextStart(Math.max(from, begins.start())),
                            minute -> minute < Math.min(before, begins.end()),
                            minute -> minute + terms.tournees().step())
                    .filter(minute -> stop.isOpen(date, terms.session(minute)));
        }
    }
}
