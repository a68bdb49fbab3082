package fr.passerelle.envelope.location;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.NearestCustomer;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.SuppliedCustomer;
import fr.passerelle.study.Solver;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A problem in the solver, whose levels are asked for one after the other, each among what is best on those before. */
final class FacilityModel implements AutoCloseable {

    /** Nodes, never a clock: the same answer on any machine. */
    private static final String LIMITS = """
        limits/nodes = 200000
        limits/gap = 0
        randomization/randomseedshift = 0
        """;

    private static final double ONE_HALF = 0.5;
    private static final double WHOLE = 1e-6;

    private final FacilityProblem problem;
    private final MPSolver solver;
    private final MPVariable[] open;
    private final Map<MPVariable, Long> cost = new LinkedHashMap<>();

    /** Facilities to open by their index, the cost of the level that was asked for, and the least that it could be, as the solver proved. */
    record Answer(BitSet open, long cost, long bound) {

        boolean proven() {
            return cost == bound;
        }
    }

    FacilityModel(FacilityProblem problem) {
        Solver.load();
        this.problem = problem;
        this.solver = Objects.requireNonNull(MPSolver.createSolver("SCIP"));
        if (!solver.setSolverSpecificParametersAsString(LIMITS)) {
            throw new IllegalStateException("The solver knows other parameters: " + LIMITS);
        }
        this.open = solver.makeBoolVarArray(problem.facilities().size());
        for (int facility = 0; facility < open.length; facility++) {
            cost.put(open[facility], problem.facilities().get(facility).cost());
            if (problem.facilities().get(facility).pinned()) {
                open[facility].setLb(1);
            }
        }
        problem.opened().ifPresent(opened -> write(opened, opened, terms(facility -> 1)));
        if (problem.requiredCapacity() > 0) {
            write(
                    problem.requiredCapacity(),
                    MPSolver.infinity(),
                    terms(facility -> problem.facilities().get(facility).capacity()));
        }
        problem.nearest().forEach(this::writeNearest);
        if (!problem.supplied().isEmpty()) {
            writeSupplied(problem.supplied());
        }
    }

    private void write(double least, double most, Map<MPVariable, Long> sum) {
        sum.forEach(solver.makeConstraint(least, most)::setCoefficient);
    }

    /** Beyond a ring where it is beyond the one before and nothing of the ring is open: a variable between 0 and 1, whole as the others are. */
    private void writeNearest(NearestCustomer customer) {
        MPVariable before = null;
        for (CostRing ring : customer.rings()) {
            MPVariable beyond = solver.makeNumVar(0, 1, "");
            writeRing(ring, before, beyond);
            cost.put(beyond, ring.beyond());
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
            cost.put(part, customer.costs().get(facility));
        }
    }

    /** The least cost of opening and of all customers. */
    Answer leastCost() {
        Outcome outcome = minimise(cost);
        return problem.supplied().isEmpty()
                ? outcome.answer(problem.cost(outcome.open()))
                : outcome.answer(Math.round(outcome.objective()));
    }

    Answer least(IntToLongFunction ofFacility) {
        Outcome outcome = minimise(terms(ofFacility));
        return outcome.answer(outcome.open().stream().mapToLong(ofFacility).sum());
    }

    /** From now on, that cost at the most. */
    void hold(Answer answer) {
        write(-MPSolver.infinity(), answer.cost(), cost);
    }

    /** From now on, that sum over the open facilities at the most. */
    void hold(IntToLongFunction ofFacility, Answer answer) {
        write(-MPSolver.infinity(), answer.cost(), terms(ofFacility));
    }

    /** From now on, the facilities of a range are as in an answer. */
    void fix(int from, int to, Answer answer) {
        IntStream.range(from, Math.min(to, open.length)).forEach(facility -> {
            int value = answer.open().get(facility) ? 1 : 0;
            open[facility].setBounds(value, value);
        });
    }

    private Map<MPVariable, Long> terms(IntToLongFunction ofFacility) {
        Map<MPVariable, Long> terms = new LinkedHashMap<>();
        IntStream.range(0, open.length)
                .forEach(facility -> terms.put(open[facility], ofFacility.applyAsLong(facility)));
        return terms;
    }

    private Outcome minimise(Map<MPVariable, Long> level) {
        MPObjective objective = solver.objective();
        objective.clear();
        level.forEach(objective::setCoefficient);
        objective.setMinimization();
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, 0);
        ResultStatus status = solver.solve(parameters);
        parameters.delete();
        if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
            throw new IllegalStateException("SCIP: " + status);
        }
        return new Outcome(opened(), objective.value(), objective.bestBound(), status == ResultStatus.OPTIMAL);
    }

    private BitSet opened() {
        BitSet opened = new BitSet(open.length);
        IntStream.range(0, open.length)
                .filter(facility -> open[facility].solutionValue() > ONE_HALF)
                .forEach(opened::set);
        return opened;
    }

    @Override
    public void close() {
        solver.delete();
    }

    private record Outcome(BitSet open, double objective, double bound, boolean optimal) {

        /** The bound of a whole cost is whole: what the solver's tolerance is above one is taken off first. */
        Answer answer(long cost) {
            long least = (long) Math.ceil(bound - WHOLE * Math.max(1, Math.abs(bound)));
            return new Answer(open, cost, optimal ? cost : Math.min(cost, least));
        }
    }

    /**
     * Which facilities to open, so many or as their cost decides. Whole numbers only.
     *
     * @param capacity the least that the open ones have to hold together, besides what customers are supplied with
     */
    record FacilityProblem(
            List<Facility> facilities,
            List<NearestCustomer> nearest,
            List<SuppliedCustomer> supplied,
            OptionalInt opened,
            long capacity) {

        /** A place that may be opened at a cost, or is open whatever is chosen, and what it then holds. */
        record Facility(long cost, long capacity, boolean pinned) {}

        /** Goes to the nearest facility that is open, of which each holds as many as come; the nearest ring is the first. */
        record NearestCustomer(List<CostRing> rings) {

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

        /** Facilities as near to a customer, by index, and what it costs more where no one of them nor of a nearer ring is open. */
        record CostRing(List<Integer> facilities, long beyond) {}

        /** Is served by facilities that are open, in parts, within what they hold, at the costs of its whole demand by facility. */
        record SuppliedCustomer(long demand, List<Long> costs) {}

        /** What the open ones cost, with the customers that go to the nearest. */
        long cost(BitSet open) {
            return IntStream.range(0, facilities.size())
                            .filter(open::get)
                            .mapToLong(index -> facilities.get(index).cost())
                            .sum()
                    + nearest.stream()
                            .mapToLong(customer -> customer.cost(open))
                            .sum();
        }

        /** What the open ones have to hold together. */
        long requiredCapacity() {
            return capacity
                    + supplied.stream().mapToLong(SuppliedCustomer::demand).sum();
        }
    }
}
