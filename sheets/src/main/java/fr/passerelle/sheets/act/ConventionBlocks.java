package fr.passerelle.sheets.act;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.act.ActDraft.ActWords;
import fr.passerelle.sheets.act.ActDraft.AidGrid;
import fr.passerelle.sheets.act.ActDraft.EtapesGrid;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The financial annex of a convention: the plan de financement prévisionnel, its conditions, what stays with the EPCI, the étapes. */
record ConventionBlocks(Dossier dossier) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(parties());
        blocks.add(ActWords.heading("acte.plan"));
        blocks.add(new AidGrid(dossier).block());
        boolean seated = dossier.isSeated();
        if (seated) {
            blocks.add(ActWords.heading("acte.exercices"));
            blocks.add(years());
        }
        blocks.add(ActWords.heading("acte.conditions"));
        blocks.addAll(conditions());
        blocks.add(ActWords.heading("acte.reste"));
        blocks.addAll(left());
        EtapesGrid etapes = new EtapesGrid(dossier);
        if (seated && !dossier.etapes().isEmpty()) {
            blocks.add(ActWords.heading("acte.etapes"));
            blocks.add(etapes.block());
        }
        blocks.add(ActWords.paragraph("acte.signature"));
        return blocks;
    }

    private List<Block> parties() {
        Plan plan = dossier.plan();
        return List.of(
                ActWords.heading("acte.parties"),
                ActWords.paragraph(
                        "acte.parties.texte",
                        Map.of("epci", FrenchNames.epci(plan.getName()), "siren", plan.getEpci())),
                ActWords.paragraph(
                        "acte.objet", Map.of("siege", Textes.yes(dossier.isSeated()), "lieu", ActWords.at(dossier))));
    }

    private Block years() {
        List<BudgetAnnuel> budget = dossier.plan().getBudget();
        return budget.isEmpty()
                ? ActWords.paragraph("acte.exercices.inconnus")
                : new Block.Grid(
                        Textes.say("acte.exercices.liste"),
                        List.of("Exercice", "Aide au fonctionnement"),
                        budget.stream()
                                .map(year ->
                                        List.of(Integer.toString(year.getYear()), FrenchNumbers.euros(year.getAid())))
                                .toList());
    }

    private List<Block> conditions() {
        List<Block> conditions = new ArrayList<>();
        conditions.add(ActWords.paragraph("acte.condition.plafond"));
        if (dossier.isSeated() && dossier.functionsNeeded() != ScoreFigures.UNKNOWN) {
            List<String> unsure = ActWords.functions(dossier, Disponibilite.A_VERIFIER);
            conditions.add(ActWords.paragraph(
                    "acte.condition.fonctions",
                    Map.of(
                            "fonctions", dossier.functionsNeeded(),
                            "restantes", Textes.yes(!unsure.isEmpty()),
                            "liste", Textes.and(unsure))));
        }
        participation().ifPresent(conditions::add);
        conditions.add(ActWords.paragraph("acte.condition.versement"));
        conditions.add(ActWords.paragraph("acte.condition.duree"));
        return conditions;
    }

    /** What an investment leaves to whoever owns the work: told where one is aided. */
    private Optional<Block> participation() {
        return dossier.plan().getAid().stream()
                .filter(line -> line.getLine() == AidLineName.INVESTISSEMENT)
                .flatMap(line -> line.getTrace().stream())
                .filter(step -> step.getRule().equals(Rule.PARTICIPATION_MINIMALE.name()))
                .findFirst()
                .map(step -> ActWords.paragraph(
                        "acte.condition.participation",
                        Map.of(
                                "part",
                                        Objects.requireNonNull(
                                                step.getOperands().getLast().getAmount()),
                                "baisse", Textes.yes(step.getDecides()))));
    }

    private List<Block> left() {
        Plan plan = dossier.plan();
        BigDecimal left = plan.getLeftTotal();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                left == null
                        ? ActWords.paragraph("acte.reste.inconnu")
                        : ActWords.paragraph("acte.reste.total", Map.of("reste", left)));
        if (plan.getSiege() != null) {
            BigDecimal cost = plan.getYear4Cost();
            blocks.add(ActWords.paragraph(
                    "acte.reste.annee4",
                    Map.of(
                            "connu", Textes.yes(cost != null),
                            "cout", Objects.requireNonNullElse(cost, BigDecimal.ZERO))));
        }
        return blocks;
    }
}
