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
