package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.EquityRow;
import fr.passerelle.schemas.event.CoutEquite;
import java.util.List;
import java.util.Optional;

/** What each row of equity costs: what the levels would be without it. */
record EquityCosts(ExactSearch search, BestProgramme best) {

    /** In the order of the file. */
    List<CoutEquite> all() {
        return best.envelope().credits().equity().stream().map(this::cost).toList();
    }

    private CoutEquite cost(EquityRow row) {
        return new LevelSearch(search.fresh())
                .best(Choosing.under(new EnvelopeChanges(best.envelope()).without(row)), Optional.of(best.programme()))
                .map(reached -> switch (row) {
                    case EquityRow.OpeningFloor floor ->
                        new CoutEquite(floor.departement(), floor.openings(), reached.niveaux());
                    case EquityRow.HighNeedShare share ->
                        new CoutEquite(null, share.tenThousandths(), reached.niveaux());
                })
                .orElseThrow();
    }
}
