package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.SessionWords;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The money, line by line, with what stays to the EPCI, and what it means in a sentence. */
record AidTable(Dossier dossier) {

    Stream<Block> blocks() {
        SharedCost shared = new SharedCost(dossier.plan());
        String said = Stream.of(
                        new MoneyPart(dossier).sentences().map(Sentence::text),
                        dossier.plan().getAid().stream().anyMatch(AidTable::isOut)
                                ? Stream.of(Textes.say("pages.sans.tiers.lieu"))
                                : Stream.<String>empty(),
                        animation())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return Stream.concat(
                Stream.of(new Block.Grid(Textes.say("pages.aide"), header(shared), rows(shared))),
                said.isEmpty() ? Stream.empty() : Stream.of(new Block.Paragraph(said)));
    }

    private Stream<String> animation() {
        Plan plan = dossier.plan();
        return plan.getSessionsAMonth() == 0
                ? Stream.empty()
                : Stream.of(Textes.say(
                        "pages.animation",
                        Map.of(
                                "seances", SessionWords.of(plan.getSessionsAMonth()),
                                "etp", plan.getAnimateursEtp(),
                                "cout", dossier.animationCost())));
    }

    private static List<String> header(SharedCost shared) {
        return shared.cells("Ligne", "Coût", "Aide", Textes.say("aide.autres"), "Reste à charge", "Ce qui décide");
    }

    private static List<List<String>> rows(SharedCost shared) {
        Plan plan = shared.plan();
        List<List<String>> rows = new ArrayList<>(plan.getAid().stream()
                .filter(line -> !isOut(line))
                .map(line -> row(line, shared))
                .toList());
        if (plan.getAidTotal() != null) {
            rows.add(total(shared));
        }
        return rows;
    }

    /** A line that has no cost, and would have no aid whatever its cost: one sentence says it of all. */
    private static boolean isOut(AidLine line) {
        return line.getCost() == null && Decision.SANS_TIERS_LIEU.of(line);
    }

    private static List<String> row(AidLine line, SharedCost shared) {
        return shared.cells(
                Textes.word("ligne", line.getLine().name()),
                euros(line.getCost()),
                euros(line.getAid()),
                euros(OtherFunding.of(line).orElse(null)),
                euros(line.getLeft()),
                Textes.word("issue", line.getDecidedBy()));
    }

    private static List<String> total(SharedCost shared) {
        return shared.cells(
                Textes.say("pages.total"),
                euros(shared.cost()),
                euros(shared.plan().getAidTotal()),
                euros(shared.others()),
                euros(shared.plan().getLeftTotal()),
                "");
    }

    private static String euros(@Nullable BigDecimal amount) {
        return amount == null ? FrenchNumbers.UNKNOWN : Quantities.euros(amount);
    }
}
