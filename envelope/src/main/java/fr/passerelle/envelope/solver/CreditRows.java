package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.BudgetCell;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EquityRow;
import fr.passerelle.schemas.event.LigneLevee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which row binds: each row of the credits and of equity is dropped alone, and the best choice sought again. */
public record CreditRows(ExactSearch search, BestProgramme best) {

    /** A row that was dropped, and who enters in a best choice without it. */
    record Dropped(LigneLevee row, Set<String> entering) {

        LigneLevee of(WaitingEpci waiting) {
            return new LigneLevee(
                    row.getYear(), row.getLine(), row.getDepartement(), entering.contains(waiting.siren()));
        }
    }

    List<Dropped> dropped(List<WaitingEpci> waiting) {
        EnvelopeChanges changes = new EnvelopeChanges(best.envelope());
        List<Dropped> dropped = new ArrayList<>();
        for (BudgetCell cell : best.envelope().credits().byCell().keySet()) {
            dropped.add(new Dropped(row(cell), entering(changes.without(cell), waiting)));
        }
        for (EquityRow row : best.envelope().credits().equity()) {
            dropped.add(new Dropped(row(row), entering(changes.without(row), waiting)));
        }
        return dropped;
    }

    private Set<String> entering(Envelope relaxed, List<WaitingEpci> waiting) {
        return new LevelSearch(search)
                .best(Choosing.under(relaxed), Optional.of(best.programme()))
                .map(reached -> new EntrySearch(search).entering(reached.choosing(), waiting))
                .orElseThrow();
    }

    private static LigneLevee row(BudgetCell cell) {
        return new LigneLevee(cell.year(), cell.line(), null, false);
    }

    private static LigneLevee row(EquityRow row) {
        return new LigneLevee(null, null, departement(row), false);
    }

    static @Nullable String departement(EquityRow row) {
        return row instanceof EquityRow.OpeningFloor floor ? floor.departement() : null;
    }
}
