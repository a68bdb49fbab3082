package fr.passerelle.sources.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a column comes from, and what is done to it, in this order: cut, rid of a beginning, divided into items, translated,
 * made an identifier, replaced where it is empty.
 *
 * @param cut the piece of it that is taken; null for all
 * @param identification what is done to it as an identifier
 * @param division how it is divided into items; null where it is one text
 * @param translation null for none
 * @param ifEmpty what an empty text becomes
 * @param lenient whether a text that cannot be read counts as none, with a note
 * @param multiline whether its cells may hold several lines
 */
public record Formula(
        Origin origin,
        @Nullable Cut cut,
        Identification identification,
        @Nullable Division division,
        @Nullable Translation translation,
        String ifEmpty,
        boolean lenient,
        boolean multiline) {
    /** Where a text comes from. */
    sealed interface Origin {
        /** The columns of the file that make it, in order. */
        List<From> parts();
    }

    /** Always the same text. */
    record Constant(String text) implements Origin {
        @Override
        public List<From> parts() {
            return List.of();
        }
    }

    /**
     * A column of the file.
     *
     * @param names how it may be called: the file has exactly one of them
     * @param optional whether the file may have none of them; the text is then empty
     */
    public record From(List<String> names, boolean optional) implements Origin {
        @Override
        public List<From> parts() {
            return List.of(this);
        }

        /** How it is told to the user. */
        String told() {
            return "« " + String.join(" » ou « ", names) + " »";
        }
    }

    /** Several columns, those that are not empty, with a text between them. */
    record Joined(List<From> parts, String glue) implements Origin {}

    /**
     * Several columns that are check boxes: the items of those that are checked.
     *
     * @param delimiter between two items
     */
    record Boxes(List<Box> boxes, String delimiter) implements Origin {
        @Override
        public List<From> parts() {
            return boxes.stream().map(Box::from).toList();
        }
    }

    /** A column of the file that is a check box, and what it says when it is checked. */
    record Box(From from, String item) {}

    /**
     * One piece of a text.
     *
     * @param mark between two pieces
     * @param piece its number, from 1
     * @param pieces how many a text must have; 0 for any number that suffices
     */
    record Cut(String mark, int piece, int pieces) {}

    /**
     * What makes an identifier of a text.
     *
     * @param removed what it begins with, and is taken off; empty for nothing
     * @param plain whether capitals without accents, figures and hyphens are made of it
     * @param added what is put before it; empty for nothing
     */
    public record Identification(String removed, boolean plain, String added) {
        /** Nothing is done. */
        public static final Identification NONE = new Identification("", false, "");
    }

    /**
     * The items of a text.
     *
     * @param marks any of which stands between two of them in the file
     * @param delimiter between two of them in the table
     */
    record Division(List<String> marks, String delimiter) {}

    /**
     * Texts to put in the place of others.
     *
     * @param keepOthers whether a text that is not among them stays as it is, or else cannot be read
     */
    record Translation(Map<String, String> words, boolean keepOthers) {}
}
