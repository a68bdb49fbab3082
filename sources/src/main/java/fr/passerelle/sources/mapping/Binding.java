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

    /** What a mapping makes of one record. */
    sealed interface MappedRecord {
        /**
         * Rows of the table. A wide record gives several; one without any value gives none.
         *
         * @param rows texts by column of the schema
         * @param illegible texts of the record that could not be read and count as none
         */
        record Rows(List<String[]> rows, List<IllegibleText> illegible) implements MappedRecord {
            /** Rows of which everything could be read. */
            public Rows(List<String[]> rows) {
                this(rows, List.of());
            }
        }

        /** A line of totals or a repeated header: counted, never a row. */
        record Control() implements MappedRecord {}

        /**
         * The record cannot be mapped. A wide one is refused row by row, as it would have been taken.
         *
         * @param message French, for the user; quotes no cell
         * @param rows what it says, at least one
         */
        record Refused(@Nullable String column, RejectReason reason, String message, List<Doubtful> rows)
                implements MappedRecord {
            /** The same of a record that gives one row. */
            Refused(@Nullable String column, RejectReason reason, String message, String[] cells, String[] sure) {
                this(column, reason, message, List.of(new Doubtful(cells, sure)));
            }
        }

        /**
         * A row that cannot be taken.
         *
         * @param cells by column of the schema, as far as they could be mapped; a raw text stands where a formula could not be followed
         * @param sure the same, empty where a formula could not be followed
         */
        @SuppressWarnings("ArrayRecordComponent") // one record among millions: no copy
        record Doubtful(String[] cells, String[] sure) {}

        /**
         * A text that could not be read and counts as none, since the mapping says so.
         *
         * @param column its place in the schema
         * @param before the text, as it is in the file
         * @param after what is left of it
         */
        record IllegibleText(int column, String before, String after) {}
    }
}
