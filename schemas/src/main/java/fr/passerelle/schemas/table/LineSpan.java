package fr.passerelle.schemas.table;

/** How people are told on which lines something stands. */
public final class LineSpan {

    private LineSpan() {}

    /** A line, or the first and the last of several: {@code 8}, {@code 8 à 11}. */
    public static String of(long line, int lines) {
        return lines > 1 ? line + " à " + (line + lines - 1) : Long.toString(line);
    }
}
