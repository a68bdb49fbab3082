package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.CordeauFile.Customer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two days of two vehicles, and a few customers whom one day or both may suit: not all fit always. */
record AnyCustomers(Random random) {

    private static final List<List<List<Integer>>> PATTERNS =
            List.of(List.of(List.of(0), List.of(1)), List.of(List.of(0, 1)), List.of(List.of(0, 1), List.of(1)));

    CordeauFile file(int customers, double capacity) {
        return new CordeauFile(
                2,
                2,
                capacity,
                customer(),
                IntStream.range(0, customers).mapToObj(i -> customer()).toList());
    }

    private Customer customer() {
        return new Customer(
                random.nextInt(50),
                random.nextInt(50),
                1 + random.nextInt(4),
                PATTERNS.get(random.nextInt(PATTERNS.size())));
    }
}
