package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.solver.CordeauFile.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether rounds answer a periodic problem, and what they cost: counted from its file alone. */
final class PeriodicCheck {

    private final CordeauFile file;
    private final Map<Integer, List<Integer>> daysOfCustomers = new HashMap<>();
    private final Set<List<Integer>> used = new HashSet<>();
    private double cost;

    private PeriodicCheck(CordeauFile file) {
        this.file = file;
    }

    /** Customers of a vehicle on a day, in their order. */
    record VehicleRound(int day, int vehicle, int[] customers) {}

    static double cost(CordeauFile file, List<VehicleRound> rounds) {
        PeriodicCheck check = new PeriodicCheck(file);
        rounds.forEach(check::add);
        check.assertPatterns();
        return check.cost;
    }

    private void add(VehicleRound round) {
        assertThat(round.day()).isBetween(0, file.days() - 1);
        assertThat(round.vehicle()).isBetween(0, file.vehicles() - 1);
        assertThat(used.add(List.of(round.day(), round.vehicle())))
                .as("one round a vehicle and day")
                .isTrue();
        double load = 0;
        Customer last = file.depot();
        for (int number : round.customers()) {
            Customer customer = file.customers().get(number);
            daysOfCustomers.computeIfAbsent(number, none -> new ArrayList<>()).add(round.day());
            load += customer.demand();
            cost += last.distance(customer);
            last = customer;
        }
        cost += last.distance(file.depot());
        assertThat(load).as("load of %s", round).isLessThanOrEqualTo(file.capacity() + 1e-9);
    }

    private void assertPatterns() {
        for (int customer = 0; customer < file.customers().size(); customer++) {
            List<Integer> days = daysOfCustomers.getOrDefault(customer, List.of()).stream()
                    .sorted()
                    .toList();
            assertThat(file.customers().get(customer).patterns())
                    .as("customer %d", customer)
                    .contains(days);
        }
    }
}
