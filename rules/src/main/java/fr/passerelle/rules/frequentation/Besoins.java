package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.BesoinRule;
import fr.passerelle.schemas.event.Besoin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The level of need of an EPCI: the second axis, outside the score. */
public final class Besoins {

    private Besoins() {}

    /** @param illectronismeRate percent of adults; null where unknown, which gives INCONNU */
    public static Besoin of(@Nullable BigDecimal illectronismeRate, BesoinRule rule) {
        if (illectronismeRate == null) {
            return Besoin.INCONNU;
        }
        if (illectronismeRate.compareTo(rule.moyenFrom()) < 0) {
            return Besoin.FAIBLE;
        }
        return illectronismeRate.compareTo(rule.eleveFrom()) < 0 ? Besoin.MOYEN : Besoin.ELEVE;
    }
}
