package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day of an animateur.
 *
 * @param departure minute of departure from home
 * @param halts in order, at least one
 * @param back the journey home
 * @param arrival minute of return
 */
public record DayTour(
        TourAnimateur animateur, LocalDate date, int departure, List<TourHalt> halts, Road back, int arrival) {

    /** By animateur, then day. */
    public static final Comparator<DayTour> ORDER =
            Comparator.comparing((DayTour tour) -> tour.animateur().id()).thenComparing(DayTour::date);

    /** The day of some halts, from home and back there. */
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
        return halts.stream()
                .map(halt -> new TourSession(halt.stop(), date, halt.start(), halt.end(), animateur))
                .toList();
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
