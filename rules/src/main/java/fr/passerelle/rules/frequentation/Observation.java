package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.day;
import static fr.passerelle.rules.trace.Steps.part;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;

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
            day("ouverture", room.room().getOpened()),
            day("fermeture", room.room().getClosed()),
            day("dernier_jour", room.window().end()),
            whole("mois_observes", room.observed().size(), Unite.MOIS),
            whole("mois_ouverts", room.open().size(), Unite.MOIS),
            part("part_minimale", leastShare)
        };
    }
}
