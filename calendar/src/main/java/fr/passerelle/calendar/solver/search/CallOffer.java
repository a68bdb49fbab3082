package fr.passerelle.calendar.solver.search;

/**
 * A way to hold a call.
 *
 * @param pattern which; -1 where it is held by nobody
 * @param worth sessions that then stand
 * @param road that it adds
 */
record CallOffer(int pattern, long worth, long road) {

    /** What there is without any way. */
    static final CallOffer NOBODY = new CallOffer(-1, 0, 0);

    boolean betterThan(CallOffer other) {
        return worth > other.worth || worth == other.worth && (other.pattern < 0 || road < other.road);
    }
}
