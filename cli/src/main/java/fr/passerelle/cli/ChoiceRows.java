package fr.passerelle.cli;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A scenario as the rows of a spreadsheet: one for each EPCI, year and line of credit; one where nothing is spent. */
record ChoiceRows(ScenarioComputed scenario) {

    static final List<String> HEADER = List.of(
            "scenario",
            "manifeste",
            "donnees",
            "epci_siren",
            "epci_nom",
            "departement",
            "financement",
            "annee_financement",
            "ouverture",
            "attend",
            "origine",
            "annee",
            "ligne",
            "euros");

    /** All of them, guarded. */
    Stream<List<String>> all() {
        return Stream.ofNullable(scenario.getEnveloppe())
                .flatMap(answer -> answer.getChoix().stream())
                .flatMap(this::rows);
    }

    private Stream<List<String>> rows(ChoixEpci choix) {
        List<List<String>> spent = Stream.concat(
                        choix.getDepenses().stream().map(depense -> spent(choix, "scénario", depense)),
                        choix.getEngagees().stream().map(depense -> spent(choix, "notifié", depense)))
                .toList();
        return spent.isEmpty() ? Stream.of(row(choix, "", "", "", "")) : spent.stream();
    }

    private List<String> spent(ChoixEpci choix, String origin, Depense depense) {
        return row(
                choix,
                origin,
                Integer.toString(depense.getYear()),
                depense.getLine().name(),
                depense.getAid().toPlainString().replace('.', ','));
    }

    private List<String> row(ChoixEpci choix, String... spent) {
        return Stream.concat(
                        Stream.of(
                                scenario.getScenarioId(),
                                scenario.getManifestHash(),
                                scenario.getDemonstration() ? "reconstitution" : "",
                                choix.getEpci(),
                                choix.getName(),
                                choix.getDepartement(),
                                choix.getFinancement().name(),
                                Objects.toString(choix.getYear(), ""),
                                Objects.toString(choix.getOpening(), ""),
                                choix.getAttend() ? "oui" : "non"),
                        Stream.of(spent))
                .map(Formulas::guarded)
                .toList();
    }
}
