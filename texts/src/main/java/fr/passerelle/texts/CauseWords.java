package fr.passerelle.texts;

import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cause in French: « la note face au seuil (borne basse : 34 → 71) ».
 *
 * @param said how each of its values is told
 */
public record CauseWords(UnaryOperator<@Nullable String> said) {

    private static final String FAMILY = "cause";

    /** The reason of a change: its first cause; empty where it came or went. */
    public String reason(Changement change) {
        return change.getCauses().stream().findFirst().map(this::of).orElse("");
    }

    /** Says one. */
    public String of(CauseChangement cause) {
        return rule(cause.getRule()) + " (" + line(cause.getLine()) + operand(cause.getOperand())
                + said.apply(cause.getBefore()) + " → " + said.apply(cause.getAfter()) + ")";
    }

    private static String rule(String code) {
        return Textes.knows(FAMILY, code)
                ? Textes.word(FAMILY, code)
                : Codes.rule(code).toLowerCase(Locale.FRANCE);
    }

    private static String line(@Nullable AidLineName line) {
        return line == null ? "" : DifferenceWords.what(line.name()).replace(DifferenceWords.EUROS, "") + "\u00a0; ";
    }

    private static String operand(@Nullable String name) {
        return name == null ? "" : Codes.operand(name) + "\u00a0: ";
    }
}
