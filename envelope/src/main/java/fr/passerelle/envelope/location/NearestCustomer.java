package fr.passerelle.envelope.location;

import java.util.BitSet;
import java.util.List;

/**
 * Goes to the nearest facility that is open, of which each holds as many as come.
 *
 * @param rings the nearest first
 */
record NearestCustomer(List<CostRing> rings) {

    /** What it costs with those that are open. */
    long cost(BitSet open) {
        long cost = 0;
        for (CostRing ring : rings) {
            if (ring.facilities().stream().anyMatch(open::get)) {
                return cost;
            }
            cost += ring.beyond();
        }
        return cost;
    }
}
