package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.RejectReason;
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

    /** The rows of a record whose cells cannot be told apart: one, or one a month where months stand side by side. */
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

    /** What a mapping makes of one record. */
    sealed interface MappedRecord {
        /** Texts by column of the schema, and those that count as none. A wide record gives several rows; one without any value none. */
        record Rows(List<String[]> rows, List<IllegibleText> illegible) implements MappedRecord {
            /** Rows of which everything could be read. */
            public Rows(List<String[]> rows) {
                this(rows, List.of());
            }
        }

        /** A line of totals or a repeated header: counted, never a row. */
        record Control() implements MappedRecord {}

        /** The record cannot be mapped: why, in French, without a cell. A wide one is refused row by row, as it would have been taken. */
        record Refused(@Nullable String column, RejectReason reason, String message, List<Doubtful> rows)
                implements MappedRecord {
            /** The same of a record that gives one row. */
            Refused(@Nullable String column, RejectReason reason, String message, String[] cells, String[] sure) {
                this(column, reason, message, List.of(new Doubtful(cells, sure)));
            }
        }

        /** A row that cannot be taken: where a formula could not be followed, {@code cells} has the raw text and {@code sure} none. */
        @SuppressWarnings("ArrayRecordComponent") // one record among millions: no copy
        record Doubtful(String[] cells, String[] sure) {}

        /** A text that could not be read and counts as what is left of it, since the mapping says so; by its place in the schema. */
        record IllegibleText(int column, String before, String after) {}
    }
}
