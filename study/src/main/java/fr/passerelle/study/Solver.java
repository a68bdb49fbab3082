package fr.passerelle.study;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;

/** The solver: its natives, which are loaded once and by this module alone, and how it is run. */
public final class Solver {

    private Solver() {}

    /** Loads them, before anything else of the solver is touched. */
    public static void load() {
        Loader.loadNativeLibraries();
    }

    /**
     * CP-SAT so run that it gives the same answer on any machine: one worker, no clock. With presolve some models are not proven, or are long
     * without an answer, that take a moment without it (decisions 47 and 49).
     *
     * @param limit deterministic time of one search, in the solver's own unit, about a second of one processor
     */
    public static CpSolver exact(int seed, double limit) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(seed)
                .setMaxDeterministicTime(limit)
                .setCpModelPresolve(false)
                .setLinearizationLevel(2);
        return solver;
    }
}
