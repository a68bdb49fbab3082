package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.mapping.Formula.Identification;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that is done to a text that becomes an identifier. There is none of an empty one. */
sealed interface IdentificationStep extends Step {

    /** Most characters of an identifier of a place. */
    int LONGEST = 60;

    /** What is done before the text is translated. */
    static List<Step> before(Identification identification) {
        return identification.removed().isEmpty() ? List.of() : List.of(new Removal(identification.removed()));
    }

    /** What is done after it is translated. */
    static List<Step> after(Identification identification) {
        List<Step> steps = new ArrayList<>();
        if (identification.plain()) {
            steps.add(new PlainLetters(LONGEST - identification.added().length()));
        }
        if (!identification.added().isEmpty()) {
            steps.add(new Addition(identification.added()));
        }
        return steps;
    }

    @Override
    default RejectReason reason() {
        return RejectReason.FORMAT;
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

    /**
     * Capitals without accents, figures, and one hyphen for all that stands between them. Of a longer text the end becomes a hash of the
     * whole: two that begin alike stay two.
     *
     * @param longest most characters of it
     */
    record PlainLetters(int longest) implements IdentificationStep {

        private static final int HASH = 8;
        private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");
        private static final Pattern ENDS = Pattern.compile("^-|-$");

        @Override
        public @Nullable String apply(String text) {
            String upper = PlainText.of(text).toUpperCase(Locale.ROOT);
            String plain = ENDS.matcher(OTHERS.matcher(upper).replaceAll("-")).replaceAll("");
            if (plain.isEmpty()) {
                return text.isEmpty() ? text : null;
            }
            return plain.length() <= longest ? plain : cut(plain);
        }

        private String cut(String plain) {
            String hash = Sha256.of(plain.getBytes(StandardCharsets.US_ASCII))
                    .substring(0, HASH)
                    .toUpperCase(Locale.ROOT);
            return ENDS.matcher(plain.substring(0, longest - HASH - 1)).replaceAll("") + "-" + hash;
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
