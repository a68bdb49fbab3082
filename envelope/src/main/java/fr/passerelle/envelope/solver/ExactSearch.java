package fr.passerelle.envelope.solver;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.study.Solver;
import java.util.Optional;
import java.util.function.Function;

/** CP-SAT, the same on any machine: one worker, a fixed seed, a limit that is no clock. It remembers whether that ever stopped it. */
final class ExactSearch {

    private static final int SEED = 22;
    private static final int BRIEF = 6;
    /** Bounds are whole numbers, told as floating ones. */
    private static final double ROUNDING = 1e-6;

    private final double limit;
    private Preuve preuve = Preuve.OPTIMAL;

    /** @param limit deterministic time of one search, in the solver's own unit, about a second of one processor */
    ExactSearch(double limit) {
        this.limit = limit;
    }

    /** What a search came to. */
    sealed interface End {

        /** An answer; {@code bound} is its value where the solver proved it to be the best, and more where it did not. */
        record Answer(Programme programme, long value, long bound) implements End {

            boolean isProven() {
                return value == bound;
            }
        }

        /** Proven to have no answer. */
        record Impossible() implements End {}

        /** Stopped at its limit before any answer. */
        record Stopped() implements End {}
    }

    /** One with the same limit that remembers nothing. */
    ExactSearch fresh() {
        return new ExactSearch(limit);
    }

    /** One with a sixth of the limit that remembers nothing. */
    ExactSearch brief() {
        return new ExactSearch(limit / BRIEF);
    }

    /** Whether all that it found so far is proven. */
    Preuve preuve() {
        return preuve;
    }

    /** The answer of the greatest value. */
    End greatest(Choosing choosing, Function<ChoiceModel, LinearArgument> value, Optional<Programme> start) {
        Solver.load();
        ChoiceModel model = choosing.model();
        model.model().maximize(value.apply(model));
        start.ifPresent(model::hint);
        CpSolver solver = Solver.exact(SEED, limit);
        End end = end(model, solver, solver.solve(model.model()));
        if (end instanceof End.Stopped || (end instanceof End.Answer answer && !answer.isProven())) {
            preuve = Preuve.INTERROMPU;
        }
        return end;
    }

    End any(Choosing choosing) {
        return greatest(choosing, model -> LinearExpr.constant(0), Optional.empty());
    }

    private static End end(ChoiceModel model, CpSolver solver, CpSolverStatus status) {
        return switch (status) {
            case OPTIMAL -> new End.Answer(model.read(solver), value(solver), value(solver));
            case FEASIBLE ->
                new End.Answer(model.read(solver), value(solver), Math.max(value(solver) + 1, (long)
                        Math.floor(solver.bestObjectiveBound() + ROUNDING)));
            case INFEASIBLE -> new End.Impossible();
            case UNKNOWN -> new End.Stopped();
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The solver refuses its model: " + status);
        };
    }

    private static long value(CpSolver solver) {
        return Math.round(solver.objectiveValue());
    }
}
