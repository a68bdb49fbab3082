package fr.passerelle.console.programme;

import fr.passerelle.envelope.programme.ChoiceChange;
import java.util.List;

/** What other credits, another value or another equity would fund, beside the scenario: kept nowhere. */
record TrialView(ProgrammeSheet sheet, List<ChoiceChange> changes) {}
