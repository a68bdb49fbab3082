package fr.passerelle.calendar.solver;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CP-SAT on the levels, one after the other, each held by a row before the next: one worker, a fixed seed, limits that are no clock.
 *
 * @param limits deterministic time of each level, in the solver's own unit, about a second of one processor; levels beyond them are not sought
 */
record TourLevelSearch(List<Double> limits) {

    static final TourLevelSearch RHYTHMS = new TourLevelSearch(List.of(8.0, 1.0, 6.0, 2.0));
    static final TourLevelSearch CYCLE = new TourLevelSearch(List.of(2.0, 2.0, 2.0, 1.0));
    static final TourLevelSearch REASON = new TourLevelSearch(List.of(2.0));

    private static final List<NiveauTournee> LEVELS = List.of(NiveauTournee.values());

    private static final int SEED = 23;
    /** Bounds are whole numbers, told as floating ones. */
    private static final double ROUNDING = 1e-6;

    /**
     * What the levels came to.
     *
     * @param taken the choices of the answer
     */
    record Reached(ResolutionTournee resolution, BitSet taken) {}

    private record Level(NiveauTournee niveau, LinearArgument sum, BitSet taken, long value, long bound) {

        /** With the answer of a later level, which may have made one better whose search stopped at its limit: that is held too. */
        private Level after(TourModel model, BitSet answer) {
            long reached = model.value(niveau, answer);
            if (reached == value) {
                return this;
            }
            model.model().addLessOrEqual(sum, reached);
            return new Level(niveau, sum, answer, reached, Math.min(reached, bound));
        }
    }

    /**
     * The best that is found.
     *
     * @param start an answer that may be, which stands where no better one is found
     */
    Reached best(TourModel model, BitSet start) {
        List<Level> levels = new ArrayList<>();
        BitSet taken = start;
        for (int rank = 0; rank < limits.size(); rank++) {
            Level level = least(model, LEVELS.get(rank), limits.get(rank), taken);
            levels.replaceAll(before -> before.after(model, level.taken()));
            levels.add(level);
            taken = level.taken();
        }
        return new Reached(told(levels), taken);
    }

    private static ResolutionTournee told(List<Level> levels) {
        List<NiveauAtteint> niveaux = new ArrayList<>();
        boolean proven = true;
        for (Level level : levels) {
            niveaux.add(
                    new NiveauAtteint(level.niveau(), level.value(), proven ? (@Nullable Long) level.bound() : null));
            proven &= level.value() == level.bound();
        }
        return new ResolutionTournee(
                Methode.EXACTE, proven ? Preuve.OPTIMAL : Preuve.INTERROMPU, List.copyOf(niveaux), null);
    }

    private static Level least(TourModel model, NiveauTournee niveau, double limit, BitSet start) {
        LinearArgument sum = model.level(niveau);
        Level reached = model.value(niveau, start) == 0
                ? new Level(niveau, sum, start, 0, 0)
                : solved(model, niveau, sum, limit, start);
        model.model().addLessOrEqual(sum, reached.value());
        return reached;
    }

    private static Level solved(TourModel model, NiveauTournee niveau, LinearArgument sum, double limit, BitSet start) {
        model.model().minimize(sum);
        model.hint(start);
        CpSolver solver = new CpSolver();
        // With presolve, days that fill a week were sought for long before the first was found (decision 49).
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(SEED)
                .setMaxDeterministicTime(limit)
                .setCpModelPresolve(false)
                .setLinearizationLevel(2);
        CpSolverStatus status = solver.solve(model.model());
        long bound = Math.max(0, (long) Math.ceil(solver.bestObjectiveBound() - ROUNDING));
        return switch (status) {
            case OPTIMAL, FEASIBLE -> better(model, niveau, sum, start, model.taken(solver), bound);
            case UNKNOWN -> better(model, niveau, sum, start, start, bound);
            case INFEASIBLE, MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The solver refuses its model: " + status);
        };
    }

    private static Level better(
            TourModel model, NiveauTournee niveau, LinearArgument sum, BitSet start, BitSet found, long bound) {
        BitSet taken = model.value(niveau, found) < model.value(niveau, start) ? found : start;
        long value = model.value(niveau, taken);
        return new Level(niveau, sum, taken, value, Math.min(value, bound));
    }
}
