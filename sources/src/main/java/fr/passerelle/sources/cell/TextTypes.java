package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.schemas.table.Field.BooleanWords;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.sources.reject.RejectReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts: free, of a form, one of several, yes or no, lists. */
final class TextTypes {

    private TextTypes() {}

    /** A text, of a form and a length where the schema says so; a free one, without form, says nobody. */
    static final class Text implements CellType {

        private final @Nullable Pattern pattern;
        private final int minLength;
        private final int maxLength;

        Text(Constraints rule) {
            Integer least = rule.minLength();
            Integer most = rule.maxLength();
            pattern = rule.pattern();
            minLength = least == null ? 0 : least;
            maxLength = most == null ? Integer.MAX_VALUE : most;
        }

        @Override
        public long parse(String cell) {
            boolean fits = cell.length() >= minLength && cell.length() <= maxLength;
            return fits
                            && (pattern == null
                                    ? !PersonMask.hides(cell)
                                    : pattern.matcher(cell).matches())
                    ? 0
                    : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.FORMAT;
        }

        @Override
        public String expectation() {
            return pattern == null
                    ? "un texte d'au plus %d caractères, sans nom ni numéro de personne,".formatted(maxLength)
                    : TextForms.expectation(pattern.pattern());
        }
    }

    /** One of several texts; its value is its place among them. */
    static final class OneOf implements CellType {

        private final List<String> texts;
        private final Map<String, Long> places = new HashMap<>();

        OneOf(List<String> texts) {
            this.texts = texts;
            texts.forEach(text -> places.put(text, (long) places.size()));
        }

        @Override
        public long parse(String cell) {
            Long place = places.get(cell);
            return place == null ? Column.INVALID : place;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String expectation() {
            return "l'un de ces mots : " + String.join(", ", texts) + ",";
        }
    }

    /** 1 for true, 0 for false. */
    record YesNo(BooleanWords words) implements CellType {

        @Override
        public long parse(String cell) {
            if (words.trueValues().contains(cell)) {
                return 1;
            }
            return words.falseValues().contains(cell) ? 0 : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.OUI_NON;
        }

        @Override
        public String expectation() {
            return "%s, %s ou rien"
                    .formatted(
                            words.trueValues().getFirst(), words.falseValues().getFirst());
        }
    }

    /** A list in one cell; where any item will do, one that says nobody. */
    static final class Several implements CellType {

        private final ListFormat format;

        Several(@Nullable ListFormat format) {
            if (format == null) {
                throw new IllegalArgumentException("A list needs its delimiter");
            }
            this.format = format;
        }

        @Override
        public long parse(String cell) {
            boolean known = format.itemEnum().isEmpty()
                    ? !PersonMask.hides(cell)
                    : format.itemEnum().containsAll(Items.of(cell, format.delimiter()));
            return known ? 0 : Column.INVALID;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String expectation() {
            return "une liste, séparée par « %s », de %s"
                    .formatted(format.delimiter(), String.join(", ", format.itemEnum()));
        }
    }
}
