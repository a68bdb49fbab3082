package fr.passerelle.console.tour;

import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far each étape has come as a table to take away: a line each; what is unknown is empty, never 0. */
public final class FollowUpFile {

    /** Names of the columns. */
    public static final List<String> HEADER = List.of(
            "nature",
            "epci",
            "intercommunalite",
            "etape",
            "lieu",
            "commune",
            "seances_proposees_par_mois",
            "decision",
            "acte",
            "acte_le",
            "ouverte_le",
            "seances_tenues",
            "seances_comptees",
            "presences",
            "presences_attendues_min",
            "presences_attendues_max");

    private FollowUpFile() {}

    /**
     * Puts each line, its cells guarded.
     *
     * @param demonstration whether its data are a reconstruction
     */
    public static void each(FollowUp followUp, boolean demonstration, Consumer<List<String>> out) {
        followUp.areas().stream()
                .flatMap(area -> area.rows().stream().map(row -> line(area, row, demonstration)))
                .forEach(out);
    }

    private static List<String> line(FollowUpArea area, FollowUpRow row, boolean demonstration) {
        DecisionRecorded decision = row.decision();
        HeldCount held = row.held();
        ExpectedMonth expected = row.expected();
        return Stream.of(
                        demonstration ? "RECONSTITUTION" : "SUIVI",
                        area.epci(),
                        area.name(),
                        row.etape(),
                        row.name(),
                        row.commune(),
                        cell(row.asked()),
                        decision == null ? "" : decision.getKind().name(),
                        decision == null ? "" : decision.getAct(),
                        decision == null ? "" : cell(decision.getDecidedOn()),
                        cell(row.opened()),
                        cell(held.sessions()),
                        held.sessions() == null ? "" : cell(held.counted()),
                        cell(held.presences()),
                        expected == null ? "" : cell(expected.low()),
                        expected == null ? "" : cell(expected.high()))
                .map(Formulas::guarded)
                .toList();
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
