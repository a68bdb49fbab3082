package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Demande;
import java.util.Comparator;

/**
 * What the file besoins says of an EPCI in one row.
 *
 * @param epci SIREN
 */
public record EpciDemande(String epci, Demande demande) {

    /** The order of the requests of an EPCI; two that are equal in it are the same one, whatever their numbers. */
    public static final Comparator<Demande> ORDER = Comparator.comparing(Demande::getAskedOn)
            .thenComparing(Demande::getDemandeur)
            .thenComparing(Demande::getKind)
            .thenComparing(Demande::getObject)
            .thenComparing(Demande::getInsee, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Demande::getSource);
}
