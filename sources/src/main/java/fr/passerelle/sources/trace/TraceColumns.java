package fr.passerelle.sources.trace;

import java.util.List;

/** Names of the columns of an export that no table has. */
public final class TraceColumns {

    /** Begins the name of each. */
    public static final String PREFIX = "rejet_";

    static final String RUN = "rejet_execution";
    static final String SOURCE = "rejet_source";
    static final String LINE = "rejet_ligne";
    static final String ORDINAL = "rejet_rang";
    static final String TABLE = "rejet_table";

    /** How many lines of its source it stands for: told, and not asked back. */
    public static final String LINES = "rejet_lignes";

    /** The trace of a reject, in order. */
    public static final List<String> NAMES =
            List.of(RUN, SOURCE, LINE, ORDINAL, TABLE, "rejet_colonne", "rejet_motif", "rejet_explication");

    private TraceColumns() {}
}
