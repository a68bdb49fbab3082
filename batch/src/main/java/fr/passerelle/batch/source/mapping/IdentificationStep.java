package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.mapping.Formula.Identification;
import fr.passerelle.batch.source.reject.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that is done to a text that becomes an identifier. There is none of an empty one. */
sealed interface IdentificationStep extends Step {

    /** What is done before the text is translated. */
    static List<Step> before(Identification identification) {
        return identification.removed().isEmpty() ? List.of() : List.of(new Removal(identification.removed()));
    }

    /** What is done after it is translated. */
    static List<Step> after(Identification identification) {
        List<Step> steps = new ArrayList<>();
        if (identification.plain()) {
            steps.add(new PlainLetters());
        }
        if (!identification.added().isEmpty()) {
            steps.add(new Addition(identification.added()));
        }
        return steps;
    }

    @Override
    default Reason reason() {
        return Reason.FORMAT;
    }

    @Override
    default String complaint() {
        return "la cellule n'a rien dont un identifiant puisse être fait";
    }

    /** Takes off what it begins with. */
    record Removal(String prefix) implements IdentificationStep {

        @Override
        public @Nullable String apply(String text) {
            if (text.isEmpty()) {
                return text;
            }
            return text.startsWith(prefix) ? text.substring(prefix.length()).strip() : null;
        }

        @Override
        public String complaint() {
            return "la cellule ne commence pas par « %s » ; corrigez-la, ou « sans_prefixe » dans le mapping"
                    .formatted(prefix);
        }
    }

    /** Capitals without accents, figures, and one hyphen for all that stands between them. */
    record PlainLetters() implements IdentificationStep {

        private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
        private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");
        private static final Pattern ENDS = Pattern.compile("^-|-$");

        @Override
        public @Nullable String apply(String text) {
            String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                    .replaceAll("");
            String upper = bare.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
            String plain = ENDS.matcher(OTHERS.matcher(upper).replaceAll("-")).replaceAll("");
            return plain.isEmpty() && !text.isEmpty() ? null : plain;
        }
    }

    /** Puts something before it. */
    record Addition(String prefix) implements IdentificationStep {

        @Override
        public String apply(String text) {
            return text.isEmpty() ? text : prefix + text;
        }
    }
}
