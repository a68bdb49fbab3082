package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.RejectReason;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A period that ends after the month of the night is refused: one typing error must not move the month of the whole
 * region. A closing is told ahead, and so is a quarter, a half-year or a year that has begun.
 */
final class FutureRule {

    private static final Set<Grain> BEGUN = Set.of(Grain.TRIMESTRE, Grain.SEMESTRE, Grain.ANNEE);

    private final YearMonth night;
    private final int end;

    FutureRule(YearMonth night) {
        this.night = night;
        this.end = Math.toIntExact(night.atEndOfMonth().toEpochDay());
    }

    PeriodRule.@Nullable Breach breach(Row row) {
        boolean future = Columns.end(row) > end && Columns.etat(row) == Etat.OUVERT && !hasBegun(row);
        return future
                ? new PeriodRule.Breach(
                        "periode_fin",
                        RejectReason.PERIODE_FUTURE,
                        ("La période finit après le mois de l'exécution (%s) : corrigez l'année ou le mois, ou redonnez"
                                        + " la ligne quand la période sera finie ; si ce sont des prévisions, écrivez"
                                        + " « previsions: oui » dans le mapping.")
                                .formatted(night))
                : null;
    }

    private boolean hasBegun(Row row) {
        return BEGUN.contains(Columns.grain(row)) && Columns.start(row) <= end;
    }
}
