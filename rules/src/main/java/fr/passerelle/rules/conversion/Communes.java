package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The communes of an EPCI by their code. */
public final class Communes {

    private Communes() {}

    /** Name of a commune; null where it is not of the EPCI. */
    public static @Nullable String name(EpciDescribed epci, String insee) {
        return find(epci, insee).map(Commune::getName).orElse(null);
    }

    /** The commune; empty where it is not of the EPCI. */
    static Optional<Commune> find(EpciDescribed epci, String insee) {
        return epci.getCommunes().stream()
                .filter(commune -> commune.getInsee().equals(insee))
                .findFirst();
    }
}
