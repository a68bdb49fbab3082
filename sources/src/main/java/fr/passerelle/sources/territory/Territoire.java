package fr.passerelle.sources.territory;

import org.jspecify.annotations.Nullable;

/**
 * What the file territoires says of a commune.
 *
 * @param insee its code of today
 * @param accessDeficit whether it lacks access to services; null where nobody said
 * @param ficheAction fiche action of its EPCI; null where nobody said
 */
public record Territoire(
        String insee,
        @Nullable Boolean accessDeficit,
        @Nullable String ficheAction) {

    public Territoire withoutFiche() {
        return new Territoire(insee, accessDeficit, null);
    }
}
