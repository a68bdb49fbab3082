package fr.passerelle.cli.dataset;

/**
 * A column of the table of a dataset.
 *
 * @param name as files have it, without accent
 * @param kind what its cells are
 * @param scale decimal places of a {@link Kind#DECIMAL}, else 0
 * @param says what it holds, in French: unit, and what an empty cell means where that is not obvious
 */
public record DataColumn(String name, Kind kind, int scale, String says) {

    /** What the cells of a column are; any may be empty. */
    public enum Kind {
        /** A String: free text, a code, or codes joined by a vertical bar. */
        TEXT,
        /** A Long. */
        INTEGER,
        /** A BigDecimal of the column's scale. */
        DECIMAL,
        /** A Boolean. */
        BOOLEAN,
        /** A LocalDate. */
        DATE
    }

    static DataColumn text(String name, String says) {
        return new DataColumn(name, Kind.TEXT, 0, says);
    }

    static DataColumn integer(String name, String says) {
        return new DataColumn(name, Kind.INTEGER, 0, says);
    }

    static DataColumn decimal(String name, int scale, String says) {
        return new DataColumn(name, Kind.DECIMAL, scale, says);
    }

    static DataColumn euros(String name, String says) {
        return decimal(name, 2, says);
    }

    static DataColumn flag(String name, String says) {
        return new DataColumn(name, Kind.BOOLEAN, 0, says);
    }

    static DataColumn date(String name, String says) {
        return new DataColumn(name, Kind.DATE, 0, says);
    }
}
