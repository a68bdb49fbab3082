package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The operations: each rule that was tried, each euro, and what would have changed the conclusion. */
record OperationsPart(Dossier dossier) {

    List<Block> blocks() {
        Plan plan = dossier.plan();
        List<Block> blocks = new ArrayList<>();
        if (!plan.getTrace().isEmpty()) {
            blocks.add(RuleTable.of(Textes.say("legal.regles.plan"), plan.getTrace(), new SubjectNames(dossier)));
        }
        blocks.add(aid(plan));
        new DifferencesPart(plan, new SubjectNames(dossier)).addTo(blocks);
        changes(plan, blocks);
        return blocks;
    }

    private Block aid(Plan plan) {
        return new Block.Grid(
                Textes.say("legal.aide"),
                List.of("Ligne", "Coût", "Taux", "Plafond", "Aide", "Reste à charge", "Ce qui décide", "Calcul"),
                plan.getAid().stream().map(this::line).toList());
    }

    private List<String> line(AidLine line) {
        return List.of(
                Textes.word("ligne", line.getLine().name()),
                Quantities.euros(line.getCost()),
                Quantities.rate(line.getRate()),
                Quantities.euros(line.getCeiling()),
                Quantities.euros(line.getAid()),
                Quantities.euros(line.getLeft()),
                Textes.word("issue", line.getDecidedBy()),
                line.getTrace().stream().map(this::step).collect(Collectors.joining(" → ")));
    }

    private String step(RegleEssayee step) {
        return new OperandWords(new SubjectNames(dossier)).all(step.getOperands());
    }

    private void changes(Plan plan, List<Block> blocks) {
        if (!plan.getContrefactuels().isEmpty()) {
            Naming naming = Naming.of(plan);
            blocks.add(new Block.Grid(
                    Textes.say("legal.contrefactuels"),
                    List.of("Changement", "Avant", "Après"),
                    plan.getContrefactuels().stream()
                            .map(one -> change(one, new ChangeWords(dossier, naming)))
                            .toList()));
        }
    }

    private static List<String> change(Contrefactuel one, ChangeWords words) {
        return List.of(words.condition(one), words.before(one), words.after(one));
    }
}
