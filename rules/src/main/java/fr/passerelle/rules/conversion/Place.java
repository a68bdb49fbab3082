package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
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
