package fr.passerelle.rules.explanation.text;

import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was notified and differs, and decisions that contradict each other. */
record DifferencesPart(Plan plan) {

    void addTo(List<Block> blocks) {
        if (!plan.getEcarts().isEmpty()) {
            blocks.add(new Block.Grid(
                    Textes.say("legal.ecarts"),
                    List.of("Sur", "Acte", "Notifié", "Aujourd'hui"),
                    plan.getEcarts().stream().map(DifferencesPart::row).toList()));
        }
        if (!plan.getConflits().isEmpty()) {
            blocks.add(new Block.Grid(
                    Textes.say("legal.conflits"),
                    List.of("Conflit", "Actes", "Ce qu'ils disent"),
                    plan.getConflits().stream().map(DifferencesPart::row).toList()));
        }
    }

    private static List<String> row(Ecart gap) {
        return List.of(Textes.word("ligne", gap.getOn()), gap.getAct(), said(gap.getNotified()), said(gap.getNow()));
    }

    private static List<String> row(Conflit conflict) {
        return List.of(
                Textes.word("issue", conflict.getCode()),
                Textes.and(conflict.getActs()),
                String.join(" ; ", conflict.getValues()));
    }

    private static String said(@Nullable String value) {
        return value == null ? Textes.say("rien") : value;
    }
}
