package fr.passerelle.sheets.act;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.SharedCost;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan de financement prévisionnel of a draft: the lines that may be granted, each amount as the plan has it. */
record AidGrid(Dossier dossier) {

    /** Whether there is no aid to grant: no tiers lieu is proposed, and the study was refused. */
    boolean isEmpty() {
        return dossier.plan().getSiege() == null && lines().stream().allMatch(line -> Decision.REFUSEE.of(line));
    }

    /** Lines whose cost nobody gave. */
    List<String> unknown() {
        return decided(Decision.COUT_INCONNU);
    }

    /** Lines that the study has to be handed in for. */
    List<String> waiting() {
        return decided(Decision.ETUDE_PREALABLE);
    }

    private List<String> decided(Decision decision) {
        return lines().stream()
                .filter(decision::of)
                .map(line -> Textes.word("ligne", line.getLine().name()))
                .toList();
    }

    /** The table, its total last. */
    Block block() {
        List<List<String>> rows = new ArrayList<>();
        SharedCost shared = new SharedCost(dossier.plan());
        lines().forEach(line -> rows.add(row(line, shared)));
        rows.add(total(shared));
        return new Block.Grid(
                Textes.say(
                        "acte.plan.lignes",
                        Map.of("connues", ActWords.yes(unknown().isEmpty()))),
                shared.cells(
                        "Ligne",
                        "Coût prévisionnel",
                        "Aide régionale",
                        Textes.say("aide.autres"),
                        "Reste à charge",
                        "Taux",
                        "Plafond (aide ou base)"),
                rows);
    }

    private List<AidLine> lines() {
        return dossier.plan().getAid().stream()
                .filter(line -> dossier.plan().getSiege() != null || line.getLine() == AidLineName.ETUDE)
                .toList();
    }

    private static List<String> total(SharedCost shared) {
        Plan plan = shared.plan();
        return shared.cells(
                Textes.say("acte.plan.total"),
                amount(plan.getAidTotal() == null ? null : shared.cost()),
                amount(plan.getAidTotal()),
                amount(plan.getAidTotal() == null ? null : shared.others()),
                amount(plan.getLeftTotal()),
                "",
                "");
    }

    private static List<String> row(AidLine line, SharedCost shared) {
        return shared.cells(
                Textes.word("ligne", line.getLine().name()),
                isUnknown(line) ? Textes.say("acte.plan.inconnu") : costed(line, line.getCost()),
                amount(line.getAid()),
                OtherFunding.of(line).map(Quantities::euros).orElse(""),
                isUnknown(line) ? amount(null) : costed(line, line.getLeft()),
                Quantities.rate(line.getRate()),
                Quantities.euros(line.getCeiling()));
    }

    private static boolean isUnknown(AidLine line) {
        return Decision.COUT_INCONNU.of(line);
    }

    /** What is refused has no cost; of what waits for the study it may not be known. */
    private static String costed(AidLine line, @Nullable BigDecimal amount) {
        if (amount != null) {
            return Quantities.euros(amount);
        }
        return Textes.say(Decision.REFUSEE.of(line) ? "acte.plan.sans.objet" : "acte.plan.inconnu");
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? Textes.say("acte.plan.attente") : Quantities.euros(amount);
    }
}
