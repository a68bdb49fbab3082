package fr.passerelle.envelope.location;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;
import fr.passerelle.study.Solver;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

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
    private final LinearTerms cost;

    FacilityModel(FacilityProblem problem) {
        Solver.load();
        this.problem = problem;
        this.solver = Objects.requireNonNull(MPSolver.createSolver("SCIP"));
        if (!solver.setSolverSpecificParametersAsString(LIMITS)) {
            throw new IllegalStateException("The solver knows other parameters: " + LIMITS);
        }
        this.open = solver.makeBoolVarArray(problem.facilities().size());
        this.cost = new FacilityRows(solver, problem, open).written();
        for (int facility = 0; facility < open.length; facility++) {
            if (problem.facilities().get(facility).pinned()) {
                open[facility].setLb(1);
            }
        }
    }

    /** The least cost of opening and of all customers. */
    FacilityAnswer leastCost() {
        Outcome outcome = minimise(cost);
        return problem.supplied().isEmpty()
                ? outcome.answer(problem.cost(outcome.open()))
                : outcome.answer(Math.round(outcome.objective()));
    }

    /** The least sum over the open facilities. */
    FacilityAnswer least(IntToLongFunction ofFacility) {
        Outcome outcome = minimise(terms(ofFacility));
        return outcome.answer(outcome.open().stream().mapToLong(ofFacility).sum());
    }

    /** From now on, that cost at the most. */
    void hold(FacilityAnswer answer) {
        cost.write(solver.makeConstraint(-MPSolver.infinity(), answer.cost()));
    }

    /** From now on, that sum over the open facilities at the most. */
    void hold(IntToLongFunction ofFacility, FacilityAnswer answer) {
        terms(ofFacility).write(solver.makeConstraint(-MPSolver.infinity(), answer.cost()));
    }

    /** From now on, the facilities of a range are as in an answer. */
    void fix(int from, int to, FacilityAnswer answer) {
        IntStream.range(from, Math.min(to, open.length)).forEach(facility -> {
            int value = answer.open().get(facility) ? 1 : 0;
            open[facility].setBounds(value, value);
        });
    }

    private LinearTerms terms(IntToLongFunction ofFacility) {
        LinearTerms terms = new LinearTerms();
        IntStream.range(0, open.length)
                .forEach(facility -> terms.add(open[facility], ofFacility.applyAsLong(facility)));
        return terms;
    }

    private Outcome minimise(LinearTerms level) {
        level.minimise(solver.objective());
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, 0);
        ResultStatus status = solver.solve(parameters);
        parameters.delete();
        if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
            throw new IllegalStateException("SCIP: " + status);
        }
        return new Outcome(
                opened(), solver.objective().value(), solver.objective().bestBound(), status == ResultStatus.OPTIMAL);
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

    /** What the solver says. */
    private record Outcome(BitSet open, double objective, double bound, boolean optimal) {

        /** The bound of a whole cost is whole: what the solver's tolerance is above one is taken off first. */
        FacilityAnswer answer(long cost) {
            long least = (long) Math.ceil(bound - WHOLE * Math.max(1, Math.abs(bound)));
            return new FacilityAnswer(open, cost, optimal ? cost : Math.min(cost, least));
        }
    }
}
