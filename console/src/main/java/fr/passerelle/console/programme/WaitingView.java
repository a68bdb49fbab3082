package fr.passerelle.console.programme;

import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.envelope.text.CostReach;
import fr.passerelle.envelope.text.WaitingReasons;
import fr.passerelle.envelope.text.WaitingText;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An EPCI that waits, as its fold shows it.
 *
 * @param reasons five sentences; none where nobody computed why
 * @param least the least credit that lets it in; null where none does, or nobody computed why
 * @param maire what its maires read; empty where nobody computed why
 * @param mention whom to ask; empty where the text ends with a word of its own, or there is none
 */
record WaitingView(WaitingRow row, @Nullable CreditManquant least, List<String> reasons, String maire, String mention) {

    static WaitingView of(WaitingRow row, Enveloppe envelope, ScenarioComputed scenario, String mention) {
        return new WaitingView(
                row,
                row.motif() == null ? null : CostReach.least(row.motif()).orElse(null),
                row.motif() == null ? List.of() : WaitingReasons.of(envelope, row.motif()),
                WaitingText.of(scenario, row.choice().getEpci()).orElse(""),
                scenario.getDemonstration() ? "" : mention);
    }
}
