package fr.passerelle.calendar.rule;

/**
 * A session within a day of an animateur, and how they come to it.
 *
 * @param road from the halt before, or from home
 * @param arrival minute of arrival
 * @param start first minute of the session
 * @param end minute after its last
 */
public record TourHalt(TourStop stop, Road road, int arrival, int start, int end) {

    /** Minutes without work between arrival and setting up. */
    public int pause(TourTerms terms) {
        return start - terms.tournees().setUp() - arrival;
    }
}
