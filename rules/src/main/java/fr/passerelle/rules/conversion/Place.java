package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Functions.Check;
import fr.passerelle.rules.conversion.Functions.Condition;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place that could be the seat of a tiers lieu, with its five functions judged: a room of the region, or a site. */
sealed interface Place {

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
    default @Nullable Integer score() {
        return null;
    }

    /** Low bound; null with the score. */
    default @Nullable Integer low() {
        return null;
    }

    /** High bound; null with the score. */
    default @Nullable Integer high() {
        return null;
    }

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

    /**
     * A room of the region with its five functions judged.
     *
     * @param on the subject that its steps are written on
     */
    record Room(ScoredRoom scored, String on, List<FonctionJugee> fonctions) implements Place {

        static Room of(ScoredRoom scored, JeuDeRegles rules) {
            return new Room(
                    scored,
                    Steps.room(scored.id()),
                    Functions.ofARoom(
                                    scored.room().getHosting(),
                                    rules.conversion().functions())
                            .judged());
        }

        Frequentation frequentation() {
            return scored.frequentation();
        }

        @Override
        public String id() {
            return scored.id();
        }

        @Override
        public SiegeKind kind() {
            return SiegeKind.SALLE;
        }

        @Override
        public String name() {
            return scored.room().getName();
        }

        @Override
        public String insee() {
            return scored.room().getInsee();
        }

        @Override
        public Hosting hosting() {
            return scored.room().getHosting();
        }

        @Override
        public @Nullable Integer score() {
            return frequentation().getScore();
        }

        @Override
        public @Nullable Integer low() {
            return frequentation().getLow();
        }

        @Override
        public @Nullable Integer high() {
            return frequentation().getHigh();
        }
    }

    /** A site with its five functions judged: it has no score and stands on them. */
    record Site(SiteDescribed site, List<FonctionJugee> fonctions) implements Place {

        /** By identifier: the order in which sites are told. */
        static final Comparator<SiteDescribed> BY_ID = Comparator.comparing(SiteDescribed::getSiteId);

        static Site of(SiteDescribed site, JeuDeRegles rules) {
            return new Site(
                    site,
                    Functions.ofASite(site.getHosting(), rules.conversion().functions())
                            .judged());
        }

        @Override
        public String id() {
            return site.getSiteId();
        }

        @Override
        public SiegeKind kind() {
            return SiegeKind.SITE;
        }

        @Override
        public String on() {
            return Steps.site(id());
        }

        @Override
        public String name() {
            return site.getName();
        }

        @Override
        public String insee() {
            return site.getInsee();
        }

        @Override
        public Hosting hosting() {
            return site.getHosting();
        }
    }
}
