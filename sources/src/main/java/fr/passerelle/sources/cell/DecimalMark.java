package fr.passerelle.sources.cell;

/** What stands before the decimals of a number. */
public enum DecimalMark {
    /** Nothing was declared: a comma is taken for it only where it can be nothing else. */
    UNDECLARED,
    /** A point; a comma then only parts thousands. */
    POINT,
    /** A comma; a point then only parts thousands. */
    COMMA
}
