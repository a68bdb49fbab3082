package fr.passerelle.envelope.programme;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scenario as a table to take away: a line for each EPCI, year and line of credit, funded or notified; one alone for who has neither. */
public final class ProgrammeFile {

    /** Names of the columns. */
    public static final List<String> HEADER = List.of(
            "scenario",
            "nature",
            "epci",
            "nom",
            "departement",
            "financement",
            "annee_financement",
            "ouverture",
            "attend",
            "etat",
            "exercice",
            "ligne",
            "aide");

    private ProgrammeFile() {}

    /** Puts each line, its cells guarded; nothing where the scenario is not about credits. */
    public static void each(ScenarioComputed scenario, Consumer<List<String>> out) {
        if (scenario.getEnveloppe() != null) {
            scenario.getEnveloppe().getChoix().stream()
                    .flatMap(choice -> lines(scenario, choice))
                    .forEach(out);
        }
    }

    private static Stream<List<String>> lines(ScenarioComputed scenario, ChoixEpci choice) {
        List<List<String>> lines = Stream.concat(
                        choice.getDepenses().stream().map(spent -> line(scenario, choice, "FINANCE", spent)),
                        choice.getEngagees().stream().map(spent -> line(scenario, choice, "NOTIFIE", spent)))
                .toList();
        return lines.isEmpty() ? Stream.of(line(scenario, choice, "", null)) : lines.stream();
    }

    private static List<String> line(
            ScenarioComputed scenario, ChoixEpci choice, String state, @Nullable Depense spent) {
        return Stream.of(
                        scenario.getScenarioId(),
                        scenario.getDemonstration() ? "RECONSTITUTION" : "SCENARIO",
                        choice.getEpci(),
                        choice.getName(),
                        choice.getDepartement(),
                        choice.getFinancement(),
                        Objects.toString(choice.getYear(), ""),
                        Objects.toString(choice.getOpening(), ""),
                        choice.getAttend() ? "oui" : "non",
                        state,
                        spent == null ? "" : spent.getYear(),
                        spent == null ? "" : spent.getLine(),
                        spent == null ? "" : spent.getAid().toPlainString())
                .map(cell -> Formulas.guarded(cell.toString()))
                .toList();
    }
}
