package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conclusion takes from a score.
 *
 * @param flags stable codes, those that hold a room back among them
 */
record Bounds(
        FrequentationState state,
        @Nullable Integer low,
        @Nullable Integer score,
        @Nullable Integer high,
        List<String> flags) {

    static Bounds of(Frequentation room) {
        return new Bounds(room.getState(), room.getLow(), room.getScore(), room.getHigh(), room.getFlags());
    }
}
