package fr.passerelle.study;

import com.google.ortools.Loader;

/** The solver's natives, which are loaded once and by this module alone. */
public final class Solver {

    private Solver() {}

    /** Loads them, before anything else of the solver is touched. */
    public static void load() {
        Loader.loadNativeLibraries();
    }
}
