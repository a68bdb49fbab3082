package fr.passerelle.schemas.text;

/**
 * Keeps a spreadsheet from computing a cell that came from a file: an apostrophe goes before what it would take for a formula. It also
 * goes before an apostrophe, so that {@link #bare} always gives back the cell as it was.
 */
public final class Formulas {

    private static final char APOSTROPHE = '\'';
    private static final String GUARDED = "=+-@\t\r\n＝＋－＠" + APOSTROPHE;

    private Formulas() {}

    /** The cell as it may be opened by a spreadsheet. */
    public static String guarded(String cell) {
        return startsAt(cell, 0) ? APOSTROPHE + cell : cell;
    }

    /** The cell as it was before {@link #guarded}. */
    public static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == APOSTROPHE && startsAt(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsAt(String cell, int place) {
        return place < cell.length() && GUARDED.indexOf(cell.charAt(place)) >= 0;
    }
}
