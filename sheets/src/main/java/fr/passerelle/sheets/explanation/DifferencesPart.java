package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was notified and differs, and decisions that contradict each other. */
record DifferencesPart(Plan plan, SubjectNames subjects) {

    private static final Set<String> SEATS = Set.of("TIERS_LIEU", "TIERS_LIEUX_MULTIPLES");

    void addTo(List<Block> blocks) {
        if (!plan.getEcarts().isEmpty()) {
            blocks.add(new Block.Grid(
                    Textes.say("legal.ecarts"),
                    List.of("Sur", "Acte", "Notifié", "Aujourd’hui"),
                    plan.getEcarts().stream().map(this::row).toList()));
        }
        if (!plan.getConflits().isEmpty()) {
            blocks.add(new Block.Grid(
                    Textes.say("legal.conflits"),
                    List.of("Conflit", "Actes", "Ce qu’ils disent"),
                    plan.getConflits().stream().map(this::row).toList()));
        }
    }

    private List<String> row(Ecart gap) {
        return List.of(
                Textes.word("ligne", gap.getOn()),
                gap.getAct(),
                said(gap.getOn(), gap.getNotified()),
                said(gap.getOn(), gap.getNow()));
    }

    private List<String> row(Conflit conflict) {
        return List.of(
                Textes.word("issue", conflict.getCode()),
                Textes.and(conflict.getActs()),
                conflict.getValues().stream()
                        .map(value -> said(conflict.getCode(), value))
                        .collect(Collectors.joining(" ; ")));
    }

    /** A seat by its name, an amount in euros. */
    private String said(String on, @Nullable String value) {
        if (value == null) {
            return Textes.say("rien");
        }
        return SEATS.contains(on) ? subjects.of(value) : Quantities.euros(new BigDecimal(value));
    }
}
