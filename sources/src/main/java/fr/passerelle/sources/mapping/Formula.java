package fr.passerelle.sources.mapping;

import java.util.List;

/**
 * Where the text of a column comes from, and what is done to it.
 *
 * @param steps what is done to it, in their order
 * @param lenient whether a text that cannot be read counts as none, with a note
 * @param multiline whether its cells may hold several lines
 */
public record Formula(Origin origin, List<Step> steps, boolean lenient, boolean multiline) {
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

    /** Several columns that are check boxes: the items of those that are checked, with a delimiter between two. */
    record Boxes(List<Box> boxes, String delimiter) implements Origin {
        @Override
        public List<From> parts() {
            return boxes.stream().map(Box::from).toList();
        }
    }

    /** A column of the file that is a check box, and what it says when it is checked. */
    record Box(From from, String item) {}
}
