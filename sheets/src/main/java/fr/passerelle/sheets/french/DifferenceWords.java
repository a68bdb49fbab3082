package fr.passerelle.sheets.french;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a change in the words of people who read it.
 *
 * @param said how an identifier or a plain number is said; given without the kind that a subject begins with
 */
public record DifferenceWords(UnaryOperator<String> said) {

    static final String EUROS = " (€)";

    private static final Map<String, String> WHAT = Map.ofEntries(
            Map.entry("DEVENIR", "devenir"),
            Map.entry("CANDIDATURE", "situation"),
            Map.entry("PROVISOIRE", "provisoire"),
            Map.entry("HOTE", "hôte"),
            Map.entry("SEANCES", "séances par mois"),
            Map.entry("PAYEUR", "payeur"),
            Map.entry("ETAT", "état"),
            Map.entry("NOTE", "note"),
            Map.entry("BORNE_BASSE", "borne basse"),
            Map.entry("BORNE_HAUTE", "borne haute"),
            Map.entry("ETAPES", "étapes nomades"),
            Map.entry("A_INSTRUIRE", "salles à instruire"),
            Map.entry("SIEGE", "tiers lieu"),
            Map.entry("EX_AEQUO", "ex æquo"),
            Map.entry("EN_SUSPENS", "en suspens"),
            Map.entry("FONCTIONS", "fonctions"),
            Map.entry("AIDE_TOTALE", "aide totale (€)"),
            Map.entry("ETUDE", "aide à l’étude (€)"),
            Map.entry("INVESTISSEMENT", "aide à l’investissement (€)"),
            Map.entry("FONCTIONNEMENT_1", "aide à l’animation, an 1 (€)"),
            Map.entry("FONCTIONNEMENT_2", "aide à l’animation, an 2 (€)"),
            Map.entry("FONCTIONNEMENT_3", "aide à l’animation, an 3 (€)"));

    /** Identifiers and numbers stay what they are. */
    public static final DifferenceWords PLAIN = new DifferenceWords(UnaryOperator.identity());

    /** How it changed: « modifiée », said of a proposal. */
    public static String nature(NatureChangement nature) {
        return switch (nature) {
            case AJOUTE -> "ajoutée";
            case RETIRE -> "retirée";
            case MODIFIE -> "modifiée";
        };
    }

    /** What differs, joined. */
    public String values(Changement change) {
        return change.getValues().stream().map(this::value).collect(Collectors.joining(" ; "));
    }

    /** Why, in the same words. */
    public CauseWords causes() {
        return new CauseWords(this::words);
    }

    /** Whether a value is euros: the total of the aid, or one of its lines. */
    public static boolean isAmount(String what) {
        return what(what).endsWith(EUROS);
    }

    /** What a value is about. */
    public static String what(String code) {
        return WHAT.getOrDefault(code, Codes.outcome(code));
    }

    private String value(ValeurChangee value) {
        String what = what(value.getWhat());
        UnaryOperator<@Nullable String> side = what.endsWith("(€)") ? DifferenceWords::euros : this::words;
        return what + " " + side.apply(value.getBefore()) + " → " + side.apply(value.getAfter());
    }

    private static String euros(@Nullable String amount) {
        return amount == null ? FrenchNumbers.UNKNOWN : FrenchNumbers.amount(new BigDecimal(amount));
    }

    /** A stable code, or several, reads as words; identifiers and numbers stay what they are. */
    public String words(@Nullable String code) {
        return switch (code) {
            case null -> FrenchNumbers.UNKNOWN;
            case "true" -> "oui";
            case "false" -> "non";
            default ->
                code.matches("[A-Z]+(_[A-Z]+)*(, [A-Z_]+)*")
                        ? Arrays.stream(code.split(", ")).map(Codes::outcome).collect(Collectors.joining(", "))
                        : said.apply(code.replaceFirst("^(room|site|epci|place|commune):", ""));
        };
    }

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
            return line == null
                    ? ""
                    : DifferenceWords.what(line.name()).replace(DifferenceWords.EUROS, "") + "\u00a0; ";
        }

        private static String operand(@Nullable String name) {
            return name == null ? "" : Codes.operand(name) + "\u00a0: ";
        }
    }
}
