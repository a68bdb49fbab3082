package fr.passerelle.calendar.solver.search;

import java.util.List;

/**
 * Where a call is held.
 *
 * @param pattern which of its patterns
 * @param slots one for each day of the pattern, in its order
 */
public record CallPlacement(int pattern, List<Integer> slots) {

    /** Kept apart from the list that it was made of. */
    public CallPlacement {
        slots = List.copyOf(slots);
    }
}
