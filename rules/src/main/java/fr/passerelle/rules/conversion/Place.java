package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place that could be the seat of a tiers lieu, with its five functions judged: a room of the region, or a site. */
sealed interface Place permits JudgedRoom, JudgedSite {

    /** Identifier among those of its kind. */
    String id();

    SiegeKind kind();

    /** Whether the other is this very place: identifiers tell the places of one EPCI and kind apart. */
    default boolean is(Place other) {
        return this == other || kind() == other.kind() && id().equals(other.id());
    }

    /** The subject that its steps are written on. */
    String on();

    String name();

    /** INSEE code of its commune. */
    String insee();

    /** What it has to host with. */
    Hosting hosting();

    /** The five, in the order of the enum. */
    List<FonctionJugee> fonctions();

    /** Score; null without, and a site never has one. */
    @Nullable
    Integer score();

    /** Low bound; null with the score. */
    @Nullable
    Integer low();

    /** High bound; null with the score. */
    @Nullable
    Integer high();

    /** Whether its owner says no: nobody pays for a place that may not be used. */
    default boolean isRefused() {
        return Boolean.FALSE.equals(hosting().getOwnerAgreement());
    }

    /** What has to be lifted before it opens: an agreement that nobody knows, and access that is not known to be step-free (CCH L161-1). */
    default List<ConditionJugee> toLift() {
        Boolean owner = isRefused() ? Boolean.TRUE : hosting().getOwnerAgreement();
        return Stream.of(
                        Check.of(Condition.ACCORD_PROPRIETAIRE, owner),
                        Check.of(Condition.ACCES_PLAIN_PIED, hosting().getStepFreeAccess()))
                .filter(check -> check.answer() != Reponse.OUI)
                .map(Check::told)
                .toList();
    }

    /** Functions that nothing is left to verify of: OFFERTE or POSSIBLE, in the order of the enum. */
    default List<Fonction> confirmed() {
        return fonctions().stream()
                .filter(Place::isConfirmed)
                .map(FonctionJugee::getFonction)
                .toList();
    }

    private static boolean isConfirmed(FonctionJugee fonction) {
        return fonction.getDisponibilite() == Disponibilite.OFFERTE
                || fonction.getDisponibilite() == Disponibilite.POSSIBLE;
    }
}
