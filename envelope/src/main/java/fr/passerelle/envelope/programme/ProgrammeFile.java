package fr.passerelle.envelope.programme;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scenario as a table to take away: a line for each EPCI, year and line of credit, funded or notified; one alone for who has neither. */
public final class ProgrammeFile {

    private record Line(
            ChoixEpci choice, String state, @Nullable Depense spent) {}

    private ProgrammeFile() {}

    /** The table; it has no row where the scenario is not about credits. */
    public static Table<?> of(ScenarioComputed scenario) {
        return Table.<Line>layout()
                .text("scenario", line -> scenario.getScenarioId())
                .text("nature", line -> scenario.getDemonstration() ? "RECONSTITUTION" : "SCENARIO")
                .from(Line::choice)
                .text("epci", ChoixEpci::getEpci)
                .text("nom", ChoixEpci::getName)
                .text("departement", ChoixEpci::getDepartement)
                .text("financement", ChoixEpci::getFinancement)
                .text("annee_financement", ChoixEpci::getYear)
                .text("ouverture", ChoixEpci::getOpening)
                .text("attend", choice -> choice.getAttend() ? "oui" : "non")
                .from(line -> line)
                .text("etat", Line::state)
                .from(Line::spent)
                .text("exercice", Depense::getYear)
                .text("ligne", Depense::getLine)
                .text("aide", spent -> spent.getAid().toPlainString())
                .of(Stream.ofNullable(scenario.getEnveloppe())
                        .flatMap(answer -> answer.getChoix().stream())
                        .flatMap(ProgrammeFile::lines)
                        .toList());
    }

    private static Stream<Line> lines(ChoixEpci choice) {
        List<Line> lines = Stream.concat(
                        choice.getDepenses().stream().map(spent -> new Line(choice, "FINANCE", spent)),
                        choice.getEngagees().stream().map(spent -> new Line(choice, "NOTIFIE", spent)))
                .toList();
        return lines.isEmpty() ? Stream.of(new Line(choice, "", null)) : lines.stream();
    }
}
