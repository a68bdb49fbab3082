package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.text.PlainText;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the file besoins says of an EPCI in one row.
 *
 * @param epci SIREN
 */
public record EpciDemande(String epci, Demande demande) {

    /** The order of the requests of an EPCI. */
    public static final Comparator<Demande> ORDER = Comparator.comparing(Demande::getAskedOn)
            .thenComparing(Demande::getDemandeur)
            .thenComparing(Demande::getKind)
            .thenComparing(Demande::getObject)
            .thenComparing(Demande::getInsee, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Demande::getSource);

    /** What is counted once: a day, public, object, commune and source of an EPCI, however they are spelt. */
    public record Key(
            String epci,
            LocalDate askedOn,
            Demandeur demandeur,
            ObjetKind kind,
            String object,
            @Nullable String insee,
            String source) {}

    /** Together with another count of the same. */
    public EpciDemande plus(EpciDemande other) {
        return new EpciDemande(
                epci,
                Demande.newBuilder(demande)
                        .setRequests(Math.addExact(demande.getRequests(), other.demande.getRequests()))
                        .build());
    }

    /** What it counts. */
    public Key key() {
        return new Key(
                epci,
                demande.getAskedOn(),
                demande.getDemandeur(),
                demande.getKind(),
                PlainText.words(demande.getObject()),
                demande.getInsee(),
                PlainText.words(demande.getSource()));
    }
}
