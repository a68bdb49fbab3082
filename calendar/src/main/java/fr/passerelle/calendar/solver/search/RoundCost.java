package fr.passerelle.calendar.solver.search;

/**
 * What a round costs.
 *
 * @param road in the unit of the question
 * @param work that counts for the spread between those who work
 */
public record RoundCost(long road, long work) {

    /** Of a slot without any visit. */
    public static final RoundCost NOTHING = new RoundCost(0, 0);
}
