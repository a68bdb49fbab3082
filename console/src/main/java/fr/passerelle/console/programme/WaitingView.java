package fr.passerelle.console.programme;

import fr.passerelle.published.programme.WaitingRow;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.texts.scenario.WaitingReasons;
import fr.passerelle.texts.scenario.WaitingText;
import java.util.List;

/**
 * An EPCI that waits, as its fold shows it.
 *
 * @param reasons five sentences; none where nobody computed why
 * @param maire what its maires read; empty where nobody computed why
 */
record WaitingView(WaitingRow row, List<String> reasons, String maire) {

    static WaitingView of(WaitingRow row, Enveloppe envelope, ScenarioComputed scenario) {
        return new WaitingView(
                row,
                row.motif() == null ? List.of() : WaitingReasons.of(envelope, row.motif()),
                WaitingText.of(scenario, row.choice().getEpci()).orElse(""));
    }
}
