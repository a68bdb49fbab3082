package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Textes;
import java.util.List;

/** The rules that were tried, as a table. */
final class RuleTable {

    private static final List<String> HEADER = List.of("Règle", "Sur", "Ce qu’elle a regardé", "Résultat", "Décide");

    private RuleTable() {}

    static Block.Grid of(String caption, List<RegleEssayee> steps, SubjectNames subjects) {
        return new Block.Grid(
                caption, HEADER, steps.stream().map(step -> row(step, subjects)).toList());
    }

    private static List<String> row(RegleEssayee step, SubjectNames subjects) {
        OperandWords operands = new OperandWords(subjects);
        return List.of(
                Codes.rule(step.getRule()),
                subjects.of(step.getOn()),
                operands.all(step.getOperands()),
                operands.outcome(step),
                Textes.say(step.getDecides() ? "oui" : "non"));
    }
}
