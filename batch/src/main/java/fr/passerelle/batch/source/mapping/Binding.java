package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.table.RawRow;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that has met the header of a file. */
public interface Binding {

    /** How many cells a whole record has. */
    int width();

    /** Places of the cells that are used; the others must never become text. */
    BitSet kept();

    /** The column that a cell goes to; null where it goes to several or none. */
    @Nullable
    String column(int place);

    /** What a whole record, one of {@link #width} cells, becomes. */
    Mapped map(RawRow record);

    /** A row of this file respects its Table Schema. */
    default void taken(String[] cells, long[] values) {}

    /** A row or a record of this file is refused; its cells are empty where they cannot be told apart. */
    default void refused(String[] cells) {}

    /** Rows that the file says without a record: observed zeros of the coverage it declares. To be asked after the last record. */
    default Mapped afterLast() {
        return new Mapped.Rows(List.of());
    }
}
