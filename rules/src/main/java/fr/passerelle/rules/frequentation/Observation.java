package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a room may be scored: open on the last day of the as-of, and enough of its open months observed.
 *
 * @param leastShare of the open months, 0 to 1
 */
record Observation(RoomWindow room, BigDecimal leastShare) {

    private static final String ENOUGH = "SUFFISANTS";

    boolean isOpen() {
        return Openings.isOpenAt(room.room(), room.window().last());
    }

    boolean isEnough() {
        BigDecimal open = BigDecimal.valueOf(room.open().size());
        BigDecimal observed = BigDecimal.valueOf(room.observed().size());
        return open.signum() > 0 && observed.compareTo(open.multiply(leastShare)) >= 0;
    }

    RegleEssayee step() {
        String on = Steps.room(room.room().getRoomId());
        if (!isOpen()) {
            return Steps.decided(Rule.MOIS_OBSERVES, on, FrequentationState.FERMEE.name(), operands());
        }
        return isEnough()
                ? Steps.passed(Rule.MOIS_OBSERVES, on, ENOUGH, operands())
                : Steps.decided(Rule.MOIS_OBSERVES, on, FrequentationState.DONNEES_INSUFFISANTES.name(), operands());
    }

    private Operande[] operands() {
        return new Operande[] {
            text("ouverture", date(room.room().getOpened()), Unite.DATE),
            text("fermeture", date(room.room().getClosed()), Unite.DATE),
            text("dernier_jour", room.window().end().toString(), Unite.DATE),
            whole("mois_observes", room.observed().size(), Unite.MOIS),
            whole("mois_ouverts", room.open().size(), Unite.MOIS),
            number("part_minimale", leastShare, Unite.PART)
        };
    }

    private static @Nullable String date(@Nullable LocalDate day) {
        return Objects.toString(day, null);
    }
}
