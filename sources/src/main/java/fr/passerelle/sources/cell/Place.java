package fr.passerelle.sources.cell;

import org.jspecify.annotations.Nullable;

/** What the two coordinates of a row say together. */
public sealed interface Place {

    /** Nothing to say of them: each cell is typed by itself. */
    Place AS_TOLD = new AsTold();

    /** What goes into a column instead of its cell; null where the cell is typed by itself. */
    default @Nullable Repaired at(String column) {
        return null;
    }

    /** Each cell is typed by itself. */
    record AsTold() implements Place {}

    /**
     * Both mean something else than they say.
     *
     * @param latitude canonical text for that column
     * @param longitude canonical text for that column
     */
    record Moved(Repaired latitude, Repaired longitude) implements Place {

        @Override
        public @Nullable Repaired at(String column) {
            return switch (column) {
                case Places.LATITUDE -> latitude;
                case Places.LONGITUDE -> longitude;
                default -> null;
            };
        }
    }

    /**
     * They cannot be a place of this row.
     *
     * @param message in French, for the user; quotes no cell
     */
    record Nowhere(String message) implements Place {}
}
