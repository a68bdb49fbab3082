package fr.passerelle.cli.dataset;

import fr.passerelle.schemas.event.Demande;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and how often as an export says it.
 *
 * @param epci SIREN
 * @param requests null where the number is kept back
 */
record NeedCount(String epci, Demande demande, @Nullable Long requests) {

    static NeedCount of(String epci, Demande demande) {
        return new NeedCount(epci, demande, (long) demande.getRequests());
    }

    NeedCount counting(@Nullable Long other) {
        return new NeedCount(epci, demande, other);
    }
}
