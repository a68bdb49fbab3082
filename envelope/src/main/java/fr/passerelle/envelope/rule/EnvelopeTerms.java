package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Programmation;
import fr.passerelle.schemas.bareme.Reglement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedSet;

/**
 * What the options of every EPCI rest on.
 *
 * @param radiusMetres distance within which a commune is near a place
 * @param asOf month of the proposals: nothing opens up to it
 * @param years budget years that have a credit
 */
record EnvelopeTerms(
        Reglement reglement, Programmation programmation, int radiusMetres, YearMonth asOf, SortedSet<Integer> years) {

    static EnvelopeTerms of(Bareme bareme, Programmation programmation, YearMonth asOf, SortedSet<Integer> years) {
        return new EnvelopeTerms(
                bareme.reglement(),
                programmation,
                bareme.jeuDeRegles().conversion().proximityRadiusMetres(),
                asOf,
                years);
    }

    /** Whether something that opens on a day still lies ahead. */
    boolean isAhead(LocalDate opening) {
        return YearMonth.from(opening).isAfter(asOf);
    }

    /** Whether some month of a year still lies ahead. */
    boolean isAhead(int year) {
        return year >= asOf.plusMonths(1).getYear();
    }

    /** Months from an opening to the end of the last year of the credits, that of the opening included; 0 beyond. */
    long monthsOpen(LocalDate opening) {
        long months = (years.last() - opening.getYear()) * 12L + 12 - opening.getMonthValue() + 1;
        return Math.max(0, months);
    }
}
