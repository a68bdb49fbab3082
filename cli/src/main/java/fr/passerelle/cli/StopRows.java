package fr.passerelle.cli;

import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An implantation as the rows of a spreadsheet: one for each stop that it has, and for each that it would leave. */
record StopRows(ScenarioComputed scenario) {

    static final List<String> HEADER = List.of(
            "scenario",
            "donnees",
            "epci_siren",
            "epci_nom",
            "code_insee",
            "commune",
            "hote",
            "hote_nom",
            "de_la_regle",
            "du_scenario",
            "notifiee",
            "seances_possibles_par_mois");

    /** All of them, guarded. */
    Stream<List<String>> all() {
        return Stream.ofNullable(scenario.getImplantation())
                .flatMap(answer -> answer.getEpcis().stream())
                .flatMap(epci -> Stream.concat(
                        epci.getEtapes().stream().map(stop -> row(epci, stop, "oui")),
                        epci.getQuittees().stream().map(stop -> row(epci, stop, "non"))));
    }

    private List<String> row(ImplantationEpci epci, EtapeImplantee stop, String chosen) {
        return Stream.of(
                        scenario.getScenarioId(),
                        scenario.getDemonstration() ? "reconstitution" : "",
                        epci.getEpci(),
                        epci.getName(),
                        stop.getInsee(),
                        stop.getCommune(),
                        Objects.toString(stop.getHost(), ""),
                        stop.getName(),
                        stop.getByRule() ? "oui" : "non",
                        chosen,
                        stop.getPinned() ? "oui" : "non",
                        Integer.toString(stop.getCapacity()))
                .map(Formulas::guarded)
                .toList();
    }
}
