package fr.passerelle.envelope.location;

import java.util.BitSet;

/**
 * Facilities to open.
 *
 * @param open by their index
 * @param cost of the level that was asked for
 * @param bound no choice costs less, as the solver proved; the cost itself where it is the least
 */
record FacilityAnswer(BitSet open, long cost, long bound) {

    /** Whether no choice costs less. */
    boolean proven() {
        return cost == bound;
    }
}
