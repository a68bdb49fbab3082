package fr.passerelle.optimum.tour;

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

    private record Level(BitSet taken, long value, long bound) {}

    /**
     * The best that is found.
     *
     * @param start an answer that may be, which stands where no better one is found
     */
    Reached best(TourModel model, BitSet start) {
        List<NiveauAtteint> niveaux = new ArrayList<>();
        BitSet taken = start;
        boolean proven = true;
        for (int rank = 0; rank < limits.size(); rank++) {
            NiveauTournee niveau = LEVELS.get(rank);
            Level level = least(model, niveau, limits.get(rank), taken);
            taken = level.taken();
            niveaux.add(new NiveauAtteint(niveau, level.value(), proven ? (@Nullable Long) level.bound() : null));
            proven &= level.value() == level.bound();
        }
        return new Reached(
                new ResolutionTournee(
                        Methode.EXACTE, proven ? Preuve.OPTIMAL : Preuve.INTERROMPU, List.copyOf(niveaux)),
                taken);
    }

    private static Level least(TourModel model, NiveauTournee niveau, double limit, BitSet start) {
        LinearArgument level = model.level(niveau);
        long before = model.value(niveau, start);
        Level reached = before == 0 ? new Level(start, 0, 0) : solved(model, niveau, level, limit, start);
        model.model().addLessOrEqual(level, reached.value());
        return reached;
    }

    private static Level solved(
            TourModel model, NiveauTournee niveau, LinearArgument level, double limit, BitSet start) {
        model.model().minimize(level);
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
            case OPTIMAL, FEASIBLE -> better(model, niveau, start, model.taken(solver), bound);
            case UNKNOWN -> better(model, niveau, start, start, bound);
            case INFEASIBLE, MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The solver refuses its model: " + status);
        };
    }

    private static Level better(TourModel model, NiveauTournee niveau, BitSet start, BitSet found, long bound) {
        BitSet taken = model.value(niveau, found) < model.value(niveau, start) ? found : start;
        long value = model.value(niveau, taken);
        return new Level(taken, value, Math.min(value, bound));
    }
}
