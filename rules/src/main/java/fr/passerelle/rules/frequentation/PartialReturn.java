package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Of the rooms observed in the month of the as-of a year before, too few are observed in the as-of's. A room that is known to be closed
 * over that month has nothing to return, and is left out.
 *
 * @param yearBefore rooms observed then, but those
 * @param now rooms of these that are observed now
 * @param leastShare share under which the return is partial, 0 to 1
 */
record PartialReturn(int yearBefore, int now, BigDecimal leastShare) {

    private static final String ENOUGH = "RETOUR_SUFFISANT";

    static PartialReturn of(List<Frequentation> rooms, BigDecimal leastShare) {
        List<Frequentation> then = rooms.stream()
                .filter(room -> isObserved(room, asOf(room).minusYears(1)))
                .filter(room -> isObserved(room, asOf(room)) || isMissing(room, asOf(room)))
                .toList();
        int now =
                (int) then.stream().filter(room -> isObserved(room, asOf(room))).count();
        return new PartialReturn(then.size(), now, leastShare);
    }

    Optional<Flag> flag() {
        BigDecimal least = leastShare.multiply(BigDecimal.valueOf(yearBefore));
        return BigDecimal.valueOf(now).compareTo(least) < 0 ? Optional.of(Flag.PARTIAL_RETURN) : Optional.empty();
    }

    RegleEssayee step(String siren) {
        return Steps.passed(
                Rule.RETOUR_PARTIEL,
                Steps.epci(siren),
                flag().map(Flag::name).orElse(ENOUGH),
                whole("salles_observees", now, Unite.SALLES),
                whole("salles_observees_un_an_avant", yearBefore, Unite.SALLES),
                number("part_minimale", leastShare, Unite.PART));
    }

    private static YearMonth asOf(Frequentation room) {
        return YearMonth.parse(room.getAsOf());
    }

    /** Every observed month of the window is one that regularity rests on. */
    private static boolean isObserved(Frequentation room, YearMonth month) {
        return room.getIndicateurs().stream()
                .filter(indicateur -> indicateur.getName() == IndicateurName.REGULARITE)
                .map(Indicateur::getMonths)
                .anyMatch(months -> months.contains(month.toString()));
    }

    private static boolean isMissing(Frequentation room, YearMonth month) {
        return room.getMonthsMissing().contains(month.toString());
    }
}
