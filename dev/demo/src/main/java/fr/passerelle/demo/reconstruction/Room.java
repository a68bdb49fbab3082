package fr.passerelle.demo.reconstruction;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A room of the reconstruction.
 *
 * @param opened first day open; null where the inventory does not know it
 * @param closed first day no longer open; null while open
 * @param strength how much it is used beside what its population would give, 1 in the middle
 * @param slope yearly drift of its use, 0 when level
 * @param flagship whether it is the strong, well-equipped room of its EPCI
 */
record Room(
        String id,
        String name,
        Commune commune,
        boolean autonomous,
        boolean known,
        boolean flagship,
        Trait trait,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        double strength,
        double slope) {

    /** Dice of this room for one purpose. */
    Dice dice(String purpose) {
        return Dice.of(id + "/" + purpose);
    }

    /** Whether it is open on every day of the month. */
    boolean openIn(YearMonth month) {
        return !(opened != null && opened.isAfter(month.atDay(1)))
                && !(closed != null && closed.isBefore(month.plusMonths(1).atDay(1)));
    }

    String epci() {
        return commune.epci();
    }
}
