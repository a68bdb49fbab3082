package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An answer: the days of all animateurs, by animateur, then day. */
public record TourCalendar(List<DayTour> days) {

    /** In the one order of an answer. */
    public TourCalendar {
        days = days.stream().sorted(DayTour.ORDER).toList();
    }

    /** All sessions, in order. */
    public List<TourSession> sessions() {
        return days.stream()
                .flatMap(day -> day.sessions().stream())
                .sorted(TourSession.ORDER)
                .toList();
    }

    /** Those of an étape in a cycle, in order. */
    public List<TourSession> sessions(TourDates dates, TourStop stop, LocalDate cycle) {
        return sessions().stream()
                .filter(session -> session.stop().equals(stop)
                        && dates.cycle(session.date()).equals(cycle))
                .toList();
    }

    /** The days that lie in a cycle. */
    public List<DayTour> days(TourDates dates, LocalDate cycle) {
        return days.stream()
                .filter(day -> dates.cycle(day.date()).equals(cycle))
                .toList();
    }

    /** A day of an animateur, of one halt at least in their order, from the minute of departure from home to that of the return. */
    public record DayTour(
            TourAnimateur animateur, LocalDate date, int departure, List<TourHalt> halts, Road back, int arrival) {

        /** By animateur, then day. */
        public static final Comparator<DayTour> ORDER =
                Comparator.comparing((DayTour tour) -> tour.animateur().id()).thenComparing(DayTour::date);

        static DayTour of(TourQuestion question, TourAnimateur animateur, LocalDate date, List<TourHalt> halts) {
            TourHalt first = halts.getFirst();
            TourHalt last = halts.getLast();
            Road back = question.roads().of(last.stop().point(), animateur.home());
            return new DayTour(
                    animateur,
                    date,
                    first.arrival() - first.road().minutes(),
                    List.copyOf(halts),
                    back,
                    last.end() + question.terms().tournees().packUp() + back.minutes());
        }

        /** The sessions held. */
        public List<TourSession> sessions() {
            return halts.stream().map(this::session).toList();
        }

        /** That of one of its halts. */
        public TourSession session(TourHalt halt) {
            return new TourSession(halt.stop(), date, new MinuteSpan(halt.start(), halt.end()), animateur);
        }

        /** The journeys, the last one home. */
        public List<Road> roads() {
            return Stream.concat(halts.stream().map(TourHalt::road), Stream.of(back))
                    .toList();
        }

        /** Minutes on the road. */
        public int roadMinutes() {
            return roads().stream().mapToInt(Road::minutes).sum();
        }

        /** Minutes of work: all but the time without work that is long enough to be a break. */
        public int work(TourTerms terms) {
            int breaks = halts.stream()
                    .mapToInt(halt -> halt.pause(terms))
                    .filter(terms::isBreak)
                    .sum();
            return arrival - departure - breaks;
        }

        /** The longest work without a break. */
        public int longestStretch(TourTerms terms) {
            int longest = 0;
            int since = departure;
            for (TourHalt halt : halts) {
                if (terms.isBreak(halt.pause(terms))) {
                    longest = Math.max(longest, halt.arrival() - since);
                    since = halt.arrival() + halt.pause(terms);
                }
            }
            return Math.max(longest, arrival - since);
        }
    }

    /** A session within a day of an animateur, by the road from the halt before or from home; its end is the minute after its last. */
    public record TourHalt(TourStop stop, Road road, int arrival, int start, int end) {

        /** Minutes without work between arrival and setting up. */
        public int pause(TourTerms terms) {
            return start - terms.tournees().setUp() - arrival;
        }
    }

    /** A session of a calendar, and when it takes place. */
    public record TourSession(TourStop stop, LocalDate date, MinuteSpan span, TourAnimateur animateur) {

        /** By day, start, étape, then animateur. */
        public static final Comparator<TourSession> ORDER = Comparator.comparing(TourSession::date)
                .thenComparing(TourSession::start)
                .thenComparing(session -> session.stop().key())
                .thenComparing(session -> session.animateur().id());

        /** Its first minute. */
        public int start() {
            return span.start();
        }
    }
}
