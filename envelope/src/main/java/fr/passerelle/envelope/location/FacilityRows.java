package fr.passerelle.envelope.location;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a problem down for the solver: what its customers cost, and the rows that make it so. */
final class FacilityRows {

    private final MPSolver solver;
    private final FacilityProblem problem;
    private final MPVariable[] open;
    private final LinearTerms cost = new LinearTerms();

    FacilityRows(MPSolver solver, FacilityProblem problem, MPVariable[] open) {
        this.solver = solver;
        this.problem = problem;
        this.open = open;
    }

    /** Opening and customers together. */
    LinearTerms written() {
        for (int facility = 0; facility < open.length; facility++) {
            cost.add(open[facility], problem.facilities().get(facility).cost());
        }
        problem.opened().ifPresent(this::writeNumber);
        writeCapacity();
        problem.nearest().forEach(this::writeNearest);
        if (!problem.supplied().isEmpty()) {
            writeSupplied(problem.supplied());
        }
        return cost;
    }

    private void writeNumber(int opened) {
        MPConstraint number = solver.makeConstraint(opened, opened);
        for (MPVariable facility : open) {
            number.setCoefficient(facility, 1);
        }
    }

    private void writeCapacity() {
        if (problem.requiredCapacity() > 0) {
            MPConstraint capacity = solver.makeConstraint(problem.requiredCapacity(), MPSolver.infinity());
            for (int facility = 0; facility < open.length; facility++) {
                capacity.setCoefficient(
                        open[facility], problem.facilities().get(facility).capacity());
            }
        }
    }

    /** Beyond a ring where it is beyond the one before and nothing of the ring is open: a variable between 0 and 1, whole as the others are. */
    private void writeNearest(NearestCustomer customer) {
        MPVariable before = null;
        for (CostRing ring : customer.rings()) {
            MPVariable beyond = solver.makeNumVar(0, 1, "");
            writeRing(ring, before, beyond);
            cost.add(beyond, ring.beyond());
            before = beyond;
        }
    }

    private void writeRing(CostRing ring, @Nullable MPVariable before, MPVariable beyond) {
        MPConstraint row = solver.makeConstraint(before == null ? 1 : 0, MPSolver.infinity());
        row.setCoefficient(beyond, 1);
        if (before != null) {
            row.setCoefficient(before, -1);
        }
        ring.facilities().forEach(facility -> row.setCoefficient(open[facility], 1));
    }

    private void writeSupplied(List<SuppliedCustomer> customers) {
        MPConstraint[] load = new MPConstraint[open.length];
        for (int facility = 0; facility < open.length; facility++) {
            load[facility] = solver.makeConstraint(-MPSolver.infinity(), 0);
            load[facility].setCoefficient(
                    open[facility], -problem.facilities().get(facility).capacity());
        }
        customers.forEach(customer -> writeSupplied(customer, load));
    }

    private void writeSupplied(SuppliedCustomer customer, MPConstraint[] load) {
        MPConstraint whole = solver.makeConstraint(1, 1);
        for (int facility = 0; facility < open.length; facility++) {
            MPVariable part = solver.makeNumVar(0, 1, "");
            whole.setCoefficient(part, 1);
            load[facility].setCoefficient(part, customer.demand());
            MPConstraint onlyIfOpen = solver.makeConstraint(-MPSolver.infinity(), 0);
            onlyIfOpen.setCoefficient(part, 1);
            onlyIfOpen.setCoefficient(open[facility], -1);
            cost.add(part, customer.costs().get(facility));
        }
    }
}
