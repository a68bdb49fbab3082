package fr.passerelle.console.home;

import fr.passerelle.console.change.ChangeLine;
import fr.passerelle.console.page.French;
import fr.passerelle.console.reading.PastResults;
import fr.passerelle.console.reading.PastRun;
import fr.passerelle.console.reading.Published;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.schemas.event.NatureChangement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the current run changed.
 *
 * @param since the run before it; null for the first
 * @param lines the first changes, EPCIs first
 * @param total how many there are in all
 */
record Changed(
        @Nullable PastRun since, int added, int removed, int modified, int same, List<ChangeLine> lines, int total) {

    private static final int TOLD = 200;

    static Changed of(Published published, PastResults past, French french) {
        Optional<PastRun> before = past.before(published.run());
        return before.map(run -> since(run, Changes.between(past.at(run), published.proposals()), published, french))
                .orElseGet(() -> first(published));
    }

    private static Changed first(Published published) {
        int all = published.proposals().conversions().size()
                + published.proposals().plans().size();
        return new Changed(null, all, 0, 0, 0, List.of(), 0);
    }

    private static Changed since(PastRun run, Changes changes, Published published, French french) {
        return new Changed(
                run,
                changes.count(NatureChangement.AJOUTE),
                changes.count(NatureChangement.RETIRE),
                changes.count(NatureChangement.MODIFIE),
                changes.same(),
                changes.list().reversed().stream()
                        .limit(TOLD)
                        .map(change -> ChangeLine.of(change, published, french))
                        .toList(),
                changes.list().size());
    }
}
