package fr.passerelle.batch.cli;

import fr.passerelle.rules.explanation.text.Codes;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codes of a change in the words of people who read it. */
final class ChangeWords {

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
            Map.entry("FONCTIONS", "fonctions"),
            Map.entry("AIDE_TOTALE", "aide totale (€)"),
            Map.entry("ETUDE", "aide à l'étude (€)"),
            Map.entry("INVESTISSEMENT", "aide à l'investissement (€)"),
            Map.entry("FONCTIONNEMENT_1", "aide à l'animation, an 1 (€)"),
            Map.entry("FONCTIONNEMENT_2", "aide à l'animation, an 2 (€)"),
            Map.entry("FONCTIONNEMENT_3", "aide à l'animation, an 3 (€)"));

    private ChangeWords() {}

    static String nature(NatureChangement nature) {
        return switch (nature) {
            case AJOUTE -> "ajoutée";
            case RETIRE -> "retirée";
            case MODIFIE -> "modifiée";
        };
    }

    /** What differs, joined. */
    static String values(Changement change) {
        return change.getValues().stream().map(ChangeWords::value).collect(Collectors.joining(" ; "));
    }

    /** Why: the first cause, which is the most decisive. */
    static String causes(Changement change) {
        return change.getCauses().stream().limit(1).map(ChangeWords::cause).collect(Collectors.joining());
    }

    /** What a value is about. */
    static String what(String code) {
        return WHAT.getOrDefault(code, words(code));
    }

    private static String value(ValeurChangee value) {
        return what(value.getWhat()) + " " + words(value.getBefore()) + " → " + words(value.getAfter());
    }

    /** One cause. */
    static String cause(CauseChangement cause) {
        String operand = cause.getOperand() == null ? "" : " (" + Codes.operand(cause.getOperand()) + ")";
        return rule(cause.getRule()) + operand + " : " + words(cause.getBefore()) + " → " + words(cause.getAfter());
    }

    private static String rule(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(code))
                .map(Rule::title)
                .findFirst()
                .orElse(words(code));
    }

    /** A stable code, or several, reads as words; identifiers and numbers stay what they are. */
    static String words(@Nullable String code) {
        String text = Objects.requireNonNullElse(code, French.NONE);
        return switch (text) {
            case "true" -> "oui";
            case "false" -> "non";
            default ->
                text.matches("[A-Z]+(_[A-Z]+)*(, [A-Z_]+)*")
                        ? Arrays.stream(text.split(", ")).map(Codes::outcome).collect(Collectors.joining(", "))
                        : text.replaceFirst("^(room|site|epci|place|commune):", "");
        };
    }
}
