package fr.passerelle.sources.cell;

import fr.passerelle.sources.reject.RejectReason;

/** How the cells of a column are read. */
interface CellType {

    /** The value of a cell that is not empty, or {@link Column#INVALID}. */
    long parse(String cell);

    /** The code of a cell that is not valid. */
    RejectReason reason();

    /** What is expected, in French, to be followed by "est attendu". */
    String expectation();
}
