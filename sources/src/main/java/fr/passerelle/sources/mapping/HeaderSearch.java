package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;

/** Looks among the first records of a file for its header. */
public interface HeaderSearch {

    /** The header is to be found out. */
    int FIND = -1;

    /** There is none: columns are called A, B, C… */
    int NONE = 0;

    /**
     * Whether a record is the header.
     *
     * @throws UnusableFile when it is too late for one
     */
    boolean found(RawRow record);

    /** What to say of a file that ends without a header. */
    UnusableFile notFound();
}
