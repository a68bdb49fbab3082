package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.Intercommunalite;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a place could open: on the day and month that its EPCI told, else on those of the barème, and never in a year before the one it told.
 *
 * @param told day that the EPCI told; null where it told none
 */
record OpeningDays(EnvelopeTerms terms, @Nullable LocalDate told) {

    static OpeningDays of(EnvelopeTerms terms, @Nullable Intercommunalite line) {
        return new OpeningDays(terms, line == null ? null : line.getOpening());
    }

    /** Those of the years of the credits that lie ahead, in order. */
    Stream<LocalDate> all() {
        return terms.years().stream()
                .map(this::in)
                .filter(day -> !isBefore(day))
                .filter(terms::isAhead);
    }

    /** The day of a year: 28 February where the year has no 29th. */
    LocalDate in(int year) {
        return told == null ? terms.programmation().defaultOpening().atYear(year) : told.withYear(year);
    }

    private boolean isBefore(LocalDate day) {
        return told != null && day.isBefore(told);
    }
}
