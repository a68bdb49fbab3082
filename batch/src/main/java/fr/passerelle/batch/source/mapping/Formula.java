package fr.passerelle.batch.source.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a column comes from, and what is done to it, in this order: cut, translate, replace what is empty.
 *
 * @param cut the piece of it that is taken; null for all
 * @param translation null for none
 * @param ifEmpty what an empty text becomes
 */
record Formula(Origin origin, @Nullable Cut cut, @Nullable Translation translation, String ifEmpty) {

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
    record From(List<String> names, boolean optional) implements Origin {

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
     * One piece of a text.
     *
     * @param mark between two pieces
     * @param piece its number, from 1
     * @param pieces how many a text must have; 0 for any number that suffices
     */
    record Cut(String mark, int piece, int pieces) {}

    /**
     * Texts to put in the place of others.
     *
     * @param keepOthers whether a text that is not among them stays as it is, or else is refused
     */
    record Translation(Map<String, String> words, boolean keepOthers) {}

    /** A column that is taken as it is. */
    static Formula of(From from) {
        return new Formula(from, null, null, "");
    }
}
