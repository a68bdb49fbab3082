package fr.passerelle.envelope.rule;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import java.util.Optional;
import java.util.function.Predicate;

/** Why something may not be chosen for an EPCI: the first reason, in the order in which people would have to remove them. */
record Obstacles(Plan plan, EpciDescribed epci) {

    /** What keeps its study out; empty where nothing does. */
    Optional<Empechement> ofTheStudy() {
        if (any(AidLineName.ETUDE::equals, Decision.REFUSEE)) {
            return Optional.of(Empechement.ETUDE_REFUSEE);
        }
        return any(AidLineName.ETUDE::equals, Decision.COUT_INCONNU)
                ? Optional.of(Empechement.COUT_INCONNU)
                : Optional.empty();
    }

    /** What keeps its opening out; empty where nothing does. */
    Optional<Empechement> ofTheOpening() {
        if (plan.getSiege() == null) {
            return Optional.of(withoutSeat());
        }
        if (epci.getIntercommunalite() == null || epci.getIntercommunalite().getPorteur() == null) {
            return Optional.of(Empechement.SANS_PORTEUR);
        }
        if (any(line -> true, Decision.ETUDE_PREALABLE)) {
            return Optional.of(Empechement.ETUDE_PREALABLE);
        }
        return any(line -> true, Decision.COUT_INCONNU) ? Optional.of(Empechement.COUT_INCONNU) : Optional.empty();
    }

    private Empechement withoutSeat() {
        if (plan.getExistingTiersLieu() != null) {
            return Empechement.TIERS_LIEU_EXISTANT;
        }
        if (!plan.getExAequo().isEmpty()) {
            return Empechement.EX_AEQUO;
        }
        return plan.getAInstruire() > 0 || !plan.getUndecided().isEmpty()
                ? Empechement.A_INSTRUIRE
                : Empechement.SANS_CANDIDAT;
    }

    private boolean any(Predicate<AidLineName> which, Decision decision) {
        return plan.getAid().stream()
                .filter(line -> which.test(line.getLine()))
                .anyMatch((AidLine line) -> decision.of(line));
    }
}
