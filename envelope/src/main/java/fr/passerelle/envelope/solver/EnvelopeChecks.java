package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EquityRow;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.Preuve;
import java.util.List;
import java.util.stream.Collectors;

/** Whether an envelope has an answer at all, and which of its rows keep it from one. */
record EnvelopeChecks(ExactSearch search) {

    /** @throws EnvelopeRefused where what was notified exceeds the credits: of which years, on which line, by how much */
    static void checkCredits(Envelope envelope) {
        String lacking = envelope.windows().stream()
                .filter(window -> CreditLimits.left(envelope, window) < 0)
                .map(window -> RefusalText.lack(window, -CreditLimits.left(envelope, window)))
                .collect(Collectors.joining(" "));
        if (!lacking.isEmpty()) {
            throw new EnvelopeRefused(lacking);
        }
    }

    /** The rows of equity that no answer holds: each is left out alone, to see whether the others hold then. */
    EnvelopeRefused refusal(Envelope envelope) {
        if (search.preuve() == Preuve.INTERROMPU) {
            return new EnvelopeRefused(RefusalText.STOPPED);
        }
        List<EquityRow> rows = envelope.credits().equity();
        return new EnvelopeRefused(RefusalText.equity(
                rows,
                rows.stream()
                        .filter(row -> isPossible(new EnvelopeChanges(envelope).without(row)))
                        .toList()));
    }

    private boolean isPossible(Envelope envelope) {
        return search.any(Choosing.under(envelope)) instanceof End.Answer;
    }
}
