package fr.passerelle.schemas.table;

import java.util.List;

/** Names of the columns of an export of rejects that no table has, and of what is kept of a row whose cells cannot be told apart. */
public final class TraceColumns {

    /** Begins the name of each. */
    public static final String PREFIX = "rejet_";

    public static final String RUN = "rejet_execution";
    public static final String SOURCE = "rejet_source";
    public static final String LINE = "rejet_ligne";
    public static final String ORDINAL = "rejet_rang";
    public static final String TABLE = "rejet_table";
    public static final String COLUMN = "rejet_colonne";
    public static final String REASON = "rejet_motif";
    public static final String MESSAGE = "rejet_explication";

    /** What a run keeps as the mapping of such an export that came back corrected. */
    public static final String MAPPING = "rejets corrigés";

    /** How many lines of its source it stands for: told, and not asked back. */
    public static final String LINES = "rejet_lignes";

    /** On each line, where data are a reconstruction. */
    public static final String WARNING = "rejet_avertissement";

    /** Where a row that cannot be split begins in the decoded text, in characters from 0. */
    public static final String OFFSET = "rejet_decalage";

    /** Length of such a row, in characters. */
    public static final String LENGTH = "rejet_longueur";

    /** SHA-256 of such a row's text. */
    public static final String HASH = "rejet_sha256";

    /** The trace of a reject, in order. */
    public static final List<String> NAMES = List.of(RUN, SOURCE, LINE, ORDINAL, TABLE, COLUMN, REASON, MESSAGE);

    private TraceColumns() {}
}
