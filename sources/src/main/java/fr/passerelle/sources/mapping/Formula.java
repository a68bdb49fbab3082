package fr.passerelle.sources.mapping;

import java.util.List;

/** Where the text of a column comes from, and what is done to it; where lenient, what cannot be read counts as none, with a note. */
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

    /** A column of the file, which has exactly one of these names; where optional it may have none, and the text is empty. */
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
