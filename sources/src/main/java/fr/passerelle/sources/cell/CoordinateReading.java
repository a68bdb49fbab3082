package fr.passerelle.sources.cell;

import org.jspecify.annotations.Nullable;

/** What the two coordinates of a row say together. */
public sealed interface CoordinateReading {

    /** Nothing to say of them: each cell is typed by itself. */
    CoordinateReading AS_TOLD = new AsTold();

    /** What goes into a column instead of its cell; null where the cell is typed by itself. */
    default @Nullable RepairedText at(String column) {
        return null;
    }

    /** Each cell is typed by itself. */
    record AsTold() implements CoordinateReading {}

    /**
     * Both mean something else than they say.
     *
     * @param latitude canonical text for that column
     * @param longitude canonical text for that column
     */
    record Moved(RepairedText latitude, RepairedText longitude) implements CoordinateReading {

        @Override
        public @Nullable RepairedText at(String column) {
            return switch (column) {
                case CoordinateReader.LATITUDE -> latitude;
                case CoordinateReader.LONGITUDE -> longitude;
                default -> null;
            };
        }
    }

    /**
     * They cannot be a place of this row.
     *
     * @param message in French, for the user; quotes no cell
     */
    record Nowhere(String message) implements CoordinateReading {}
}
