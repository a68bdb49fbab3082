package fr.passerelle.envelope.location;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which facilities to open. Whole numbers only.
 *
 * @param opened how many; empty where their cost decides
 * @param capacity the least that the open ones have to hold together, besides what customers are supplied with
 */
record FacilityProblem(
        List<Facility> facilities,
        List<NearestCustomer> nearest,
        List<SuppliedCustomer> supplied,
        OptionalInt opened,
        long capacity) {

    /**
     * A place that may be opened.
     *
     * @param cost of opening it
     * @param capacity what it holds where it is open
     * @param pinned whether it is open whatever is chosen
     */
    record Facility(long cost, long capacity, boolean pinned) {}

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

    /**
     * Facilities at the same distance of a customer.
     *
     * @param facilities by their index
     * @param beyond what it costs more where neither one of them nor one of a ring before is open
     */
    record CostRing(List<Integer> facilities, long beyond) {}

    /**
     * Is served by facilities that are open, in parts, within what they hold.
     *
     * @param demand what it takes of their capacity
     * @param costs of its whole demand, by facility
     */
    record SuppliedCustomer(long demand, List<Long> costs) {}

    /** What the open ones cost, with the customers that go to the nearest. */
    long cost(BitSet open) {
        return openingCost(open)
                + nearest.stream().mapToLong(customer -> customer.cost(open)).sum();
    }

    /** What the open ones have to hold together. */
    long requiredCapacity() {
        return capacity + supplied.stream().mapToLong(SuppliedCustomer::demand).sum();
    }

    private long openingCost(BitSet open) {
        return IntStream.range(0, facilities.size())
                .filter(open::get)
                .mapToLong(index -> facilities.get(index).cost())
                .sum();
    }
}
