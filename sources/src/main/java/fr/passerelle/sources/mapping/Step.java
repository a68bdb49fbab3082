package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that is done to the text of a cell. */
interface Step {

    /** What becomes of a text; null where it cannot be done. */
    @Nullable
    String apply(String text);

    /** What is left of a text that it cannot be done to, where what cannot be read counts as none. */
    default String rest(String text) {
        return "";
    }

    /** Why a record is refused whose text it cannot be done to. */
    RejectReason reason();

    /** The same for the user, in French, without the text, to follow the name of the column. */
    String complaint();

    /** The steps of a formula, in order. */
    static Step[] of(Formula formula) {
        List<Step> steps = new ArrayList<>();
        if (formula.cut() != null) {
            steps.add(new Piece(formula.cut()));
        }
        steps.addAll(IdentificationStep.before(formula.identification()));
        Step words = formula.translation() == null ? null : new Dictionary(formula.translation());
        if (formula.division() != null) {
            steps.add(new DivisionStep(formula.division(), words));
        } else if (words != null) {
            steps.add(words);
        }
        steps.addAll(IdentificationStep.after(formula.identification()));
        if (!formula.ifEmpty().isEmpty()) {
            steps.add(new IfEmpty(formula.ifEmpty()));
        }
        return steps.toArray(Step[]::new);
    }

    /** Takes one piece. A text with another number of pieces than declared is refused: the piece would not be the one that is meant. */
    final class Piece implements Step {

        private final Pattern mark;
        private final Formula.Cut cut;

        private Piece(Formula.Cut cut) {
            this.mark = Pattern.compile(cut.mark(), Pattern.LITERAL);
            this.cut = cut;
        }

        @Override
        public @Nullable String apply(String text) {
            if (text.isEmpty()) {
                return text;
            }
            String[] pieces = mark.split(text, -1);
            boolean fits = cut.pieces() == 0 ? pieces.length >= cut.piece() : pieces.length == cut.pieces();
            return fits ? pieces[cut.piece() - 1].strip() : null;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.FORMAT;
        }

        @Override
        public String complaint() {
            return cut.pieces() == 0
                    ? "la cellule a moins de %d morceaux séparés par « %s »".formatted(cut.piece(), cut.mark())
                    : "la cellule n'a pas exactement %d morceau(x) séparé(s) par « %s » ; corrigez-la, ou « sur » dans le mapping"
                            .formatted(cut.pieces(), cut.mark());
        }
    }

    /** Puts a text in the place of another. Remembers the last one, since registers repeat themselves. */
    final class Dictionary implements Step {

        private final Map<String, String> words;
        private final boolean keepOthers;
        private @Nullable String last;
        private @Nullable String lastWord;

        private Dictionary(Formula.Translation translation) {
            this.words = Map.copyOf(translation.words());
            this.keepOthers = translation.keepOthers();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the reader hands the same text again when a cell repeats
        public @Nullable String apply(String text) {
            if (text != last) {
                lastWord = words.getOrDefault(text, keepOthers || text.isEmpty() ? text : null);
                last = text;
            }
            return lastWord;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String complaint() {
            return "ce mot n'est pas dans « traduire » ; ajoutez-l'y, ou corrigez la cellule";
        }
    }

    /** Puts a text where there is none. */
    record IfEmpty(String text) implements Step {

        @Override
        public String apply(String found) {
            return found.isEmpty() ? text : found;
        }

        @Override
        public RejectReason reason() {
            return RejectReason.VALEUR;
        }

        @Override
        public String complaint() {
            return "la cellule est vide";
        }
    }
}
