package fr.passerelle.envelope.scenario;

import fr.passerelle.schemas.event.LigneCredit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of credits.
 *
 * @param annee null but for CREDIT and PROMIS_AILLEURS
 * @param ligne as {@code annee}
 * @param montant euros, from 0; null as {@code annee}
 * @param report whether what is left goes on to the next year; false but for CREDIT
 * @param departement its code; null but for OUVERTURES_MINIMUM
 * @param minimum openings for OUVERTURES_MINIMUM, percent for PART_BESOIN_ELEVE; null elsewhere
 */
public record CreditLine(
        Nature nature,
        @Nullable Integer annee,
        @Nullable LigneCredit ligne,
        @Nullable BigDecimal montant,
        boolean report,
        @Nullable String departement,
        @Nullable Integer minimum) {

    /** What a row says. */
    public enum Nature {
        /** What is voted on a line of a year. */
        CREDIT,
        /** What of it is promised to others. */
        PROMIS_AILLEURS,
        /** The least openings of a département. */
        OUVERTURES_MINIMUM,
        /** The least share of the openings in EPCIs of high need. */
        PART_BESOIN_ELEVE
    }
}
