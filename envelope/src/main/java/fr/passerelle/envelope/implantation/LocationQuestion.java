package fr.passerelle.envelope.implantation;

import fr.passerelle.schemas.event.Objectif;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where étapes would best stand: near as many inhabitants as possible.
 *
 * @param areas by SIREN
 * @param radiusMetres distance within which a commune is near
 * @param asked stops of the region for NOMBRE; per thousand of the inhabitants of the areas for COUVERTURE; null for MEME_NOMBRE
 */
public record LocationQuestion(
        List<StopArea> areas,
        int radiusMetres,
        Objectif objectif,
        @Nullable Integer asked) {

    private static final int PER_THOUSAND = 1_000;

    /** @throws IllegalArgumentException when a number is missing, or out of its range */
    public LocationQuestion {
        boolean told = switch (objectif) {
            case MEME_NOMBRE -> asked == null;
            case NOMBRE -> asked != null && asked >= 0;
            case COUVERTURE -> asked != null && asked >= 0 && asked <= PER_THOUSAND;
        };
        if (!told) {
            throw new IllegalArgumentException(objectif + " of " + asked);
        }
    }

    /** Stops or share; 0 where none is asked for. */
    public int number() {
        return asked == null ? 0 : asked;
    }

    /** Inhabitants of all areas. */
    public long population() {
        return areas.stream().mapToLong(StopArea::population).sum();
    }

    /** The fewest inhabitants that have to be near: 0 unless a share is asked for. */
    public long leastNear() {
        return objectif == Objectif.COUVERTURE ? Math.ceilDiv(population() * number(), (long) PER_THOUSAND) : 0;
    }
}
