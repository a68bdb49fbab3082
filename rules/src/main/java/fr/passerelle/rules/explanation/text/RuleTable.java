package fr.passerelle.rules.explanation.text;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules that were tried, as a table. */
final class RuleTable {

    private static final List<String> HEADER = List.of("Règle", "Sur", "Ce qu'elle a regardé", "Résultat", "Décide");

    private static final Pattern A_NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private RuleTable() {}

    static Block.Grid of(String caption, List<RegleEssayee> steps) {
        return new Block.Grid(
                caption, HEADER, steps.stream().map(RuleTable::row).toList());
    }

    private static List<String> row(RegleEssayee step) {
        return List.of(
                title(step.getRule()),
                step.getOn(),
                step.getOperands().stream().map(Quantities::named).collect(Collectors.joining(" ; ")),
                outcome(step.getOutcome()),
                Textes.say(step.getDecides() ? "oui" : "non"));
    }

    private static String outcome(String outcome) {
        return A_NUMBER.matcher(outcome).matches()
                ? Textes.say("nombre", Map.of("n", new BigDecimal(outcome)))
                : Textes.word("issue", outcome);
    }

    /** What a rule says; its code where this version of the program does not know it any more. */
    static String title(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(code))
                .map(Rule::title)
                .findFirst()
                .orElse(code);
    }
}
