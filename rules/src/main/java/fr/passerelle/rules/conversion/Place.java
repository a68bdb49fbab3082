package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Functions.Condition;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place that could be the seat of a tiers lieu, with its five functions judged: a room of the region, or a site, which has no score and
 * stands on them.
 *
 * @param id identifier among those of its kind
 * @param on the subject that its steps are written on
 * @param fonctions the five, in the order of the enum
 * @param scored the room with its score; null for a site
 */
record Place(
        SiegeKind kind,
        String id,
        String on,
        String name,
        String insee,
        Hosting hosting,
        List<FonctionJugee> fonctions,
        @Nullable ScoredRoom scored) {

    static Place of(ScoredRoom scored, JeuDeRegles rules) {
        RoomInventoried room = scored.room();
        return new Place(
                SiegeKind.SALLE,
                scored.id(),
                Steps.room(scored.id()),
                room.getName(),
                room.getInsee(),
                room.getHosting(),
                judged(SiegeKind.SALLE, room.getHosting(), rules),
                scored);
    }

    static Place of(SiteDescribed site, JeuDeRegles rules) {
        return new Place(
                SiegeKind.SITE,
                site.getSiteId(),
                Steps.site(site.getSiteId()),
                site.getName(),
                site.getInsee(),
                site.getHosting(),
                judged(SiegeKind.SITE, site.getHosting(), rules),
                null);
    }

    private static List<FonctionJugee> judged(SiegeKind kind, Hosting hosting, JeuDeRegles rules) {
        return Functions.of(kind, hosting, rules.conversion().functions()).judged();
    }

    /** Whether the other is this very place: identifiers tell the places of one EPCI and kind apart. */
    boolean is(Place other) {
        return kind == other.kind && id.equals(other.id);
    }

    /**
     * The room that it is.
     *
     * @throws NullPointerException when it is a site
     */
    ScoredRoom room() {
        return Objects.requireNonNull(scored, id);
    }

    /** Score; null without, and a site never has one. */
    @Nullable
    Integer score() {
        return scored == null ? null : scored.frequentation().getScore();
    }

    /** Low bound; null with the score. */
    @Nullable
    Integer low() {
        return scored == null ? null : scored.frequentation().getLow();
    }

    /** High bound; null with the score. */
    @Nullable
    Integer high() {
        return scored == null ? null : scored.frequentation().getHigh();
    }

    /** Whether its owner says no: nobody pays for a place that may not be used. */
    boolean isRefused() {
        return Boolean.FALSE.equals(hosting.getOwnerAgreement());
    }

    /** What has to be lifted before it opens: an agreement that nobody knows, and access that is not known to be step-free (CCH L161-1). */
    List<ConditionJugee> toLift() {
        Boolean owner = isRefused() ? Boolean.TRUE : hosting.getOwnerAgreement();
        return Stream.of(
                        Condition.ACCORD_PROPRIETAIRE.judged(owner),
                        Condition.ACCES_PLAIN_PIED.judged(hosting.getStepFreeAccess()))
                .filter(condition -> condition.getReponse() != Reponse.OUI)
                .toList();
    }

    /** Functions that nothing is left to verify of: OFFERTE or POSSIBLE, in the order of the enum. */
    List<Fonction> confirmed() {
        return Seating.confirmed(fonctions);
    }
}
