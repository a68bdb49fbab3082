package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that has met the header of a file. */
public interface Binding {
    /** What its records are like. */
    RawTable.RowLayout layout();

    /** The column that a cell goes to; null where it goes to several or none. */
    @Nullable
    String column(int place);

    /** Whether what a record has more than {@link #layout} says is ignored: a note beside the table. */
    default boolean isBeside(RawRow record) {
        return false;
    }

    /** What a whole record, one of as many cells as {@link #layout} says, becomes. */
    MappedRecord map(RawRow record);

    /**
     * The rows that a record stands for whose cells cannot be told apart: one, or one a month where months stand side by side.
     *
     * @param nothing a row without any text
     */
    default List<String[]> unsplit(String[] nothing) {
        return List.<String[]>of(nothing);
    }

    /** A row of this file respects its Table Schema. */
    default void taken(String[] cells, long[] values) {}

    /** A row or a record of this file is refused; its cells are empty where they cannot be told apart. */
    default void refused(String[] cells) {}

    /** Rows that the file says without a record: observed zeros of the coverage it declares. To be asked after the last record. */
    default MappedRecord afterLast() {
        return new MappedRecord.Rows(List.of());
    }
}
