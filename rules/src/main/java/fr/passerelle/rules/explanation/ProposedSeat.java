package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.SeatOutcome;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan proposes: what has to hold under another threshold or weight. What each room becomes follows from the seat: the room that is
 * the seat a tiers lieu, every other one an étape.
 *
 * @param seat the seat proposed; null where none is
 * @param exAequo the seats that the EPCI has to choose from, in order
 * @param undecided the places whose data leave the seat to nobody, and the first candidates, in order
 */
record ProposedSeat(@Nullable Siege seat, List<Siege> exAequo, List<Siege> undecided) {

    static ProposedSeat of(Plan plan) {
        return new ProposedSeat(plan.getSiege(), plan.getExAequo(), plan.getUndecided());
    }

    static ProposedSeat of(SeatOutcome seatOutcome) {
        return new ProposedSeat(seatOutcome.seat().orElse(null), seatOutcome.exAequo(), seatOutcome.undecided());
    }
}
