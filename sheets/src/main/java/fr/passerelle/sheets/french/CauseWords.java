package fr.passerelle.sheets.french;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cause in French: « la note face au seuil (borne basse : 34 → 71) ».
 *
 * @param said how each of its values is told
 */
public record CauseWords(UnaryOperator<@Nullable String> said) {

    private static final String FAMILY = "cause";

    /** The reason of a change: its first cause, and after an input the rule that it moved; empty where it came or went. */
    public String reason(Changement change) {
        return reason(change.getId(), change.getCauses());
    }

    /** @param id of what changed, room or SIREN: a cause on another place names it */
    public String reason(String id, List<CauseChangement> causes) {
        return causes.isEmpty() ? "" : of(id, causes.getFirst()) + moved(causes);
    }

    private static String moved(List<CauseChangement> causes) {
        return causes.stream()
                .filter(cause -> isInput(causes.getFirst()) && !isInput(cause))
                .findFirst()
                .map(cause -> Textes.say("cause.puis", Map.of("regle", rule(cause.getRule()))))
                .orElse("");
    }

    /** What a place can host, an indicator of its score. */
    private static boolean isInput(CauseChangement cause) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule != Rule.FONCTIONS_DU_LIEU)
                .noneMatch(rule -> rule.name().equals(cause.getRule()));
    }

    /** Says one, of what changed by its id. */
    public String of(String id, CauseChangement cause) {
        return rule(cause.getRule()) + " (" + place(id, cause) + line(cause.getLine()) + operand(cause.getOperand())
                + said.apply(cause.getBefore()) + " → " + said.apply(cause.getAfter()) + ")";
    }

    private String place(String id, CauseChangement cause) {
        return cause.getOn().equals("room:" + id) || !cause.getOn().matches("(room|site):.*")
                ? ""
                : said.apply(cause.getOn()) + "\u00a0; ";
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
