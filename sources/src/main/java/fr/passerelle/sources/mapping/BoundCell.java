package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import org.jspecify.annotations.Nullable;

/** What makes the text of a column of the table out of a record. */
interface BoundCell {

    /** The text of a record; null where {@link #failing} tells why there is none. */
    @Nullable
    String of(RawRow record);

    /** What is left of a record of which there is no text, where what cannot be read counts as none. */
    String rest(RawRow record);

    /** The step that cannot be done to a record. */
    Step failing(RawRow record);

    /** The text before any step. */
    String raw(RawRow record);

    /** Whether this cell, and no other, makes it. */
    boolean isOnly(int place);
}
