package fr.passerelle.console.change;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.texts.Codes;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cause in French: « la note face au seuil (borne basse : 34 → 71) ».
 *
 * @param rule what a rule is called, by its code; the code itself where it has no short name
 */
public record CauseWords(UnaryOperator<String> rule) {

    /** Says it, each of its values as it is told. */
    public String of(CauseChangement cause, UnaryOperator<@Nullable String> said) {
        String operand = cause.getOperand() == null ? "" : Codes.operand(cause.getOperand()) + "\u00a0: ";
        return named(cause.getRule()) + " (" + operand + said.apply(cause.getBefore()) + " → "
                + said.apply(cause.getAfter()) + ")";
    }

    private String named(String code) {
        String named = rule.apply(code);
        return named.equals(code) ? Codes.rule(code).toLowerCase(Locale.FRANCE) : named;
    }
}
