package fr.passerelle.sources.cell;

import org.jspecify.annotations.Nullable;

/** A reading of cells that are not of the canonical form. What it answers still has to be accepted by the column's type. */
interface Repair {

    /** Longer cells are never looked at: nothing that is repaired is that long. */
    int LONGEST = 60;

    /** What the cell says without doubt; null where there is doubt. */
    @Nullable
    RepairedText of(String cell);

    /** What the user can do about a cell that is in doubt, a French sentence that quotes no cell; empty for nothing more. */
    default String advice(String cell) {
        return "";
    }

    /** The first of these that reads a cell. */
    static Repair firstOf(Repair first, Repair second) {
        return new Repair() {
            @Override
            public @Nullable RepairedText of(String cell) {
                RepairedText repairedText = first.of(cell);
                return repairedText == null ? second.of(cell) : repairedText;
            }

            @Override
            public String advice(String cell) {
                return first.advice(cell) + second.advice(cell);
            }
        };
    }
}
