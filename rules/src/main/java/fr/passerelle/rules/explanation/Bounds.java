package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import org.jspecify.annotations.Nullable;

/** What a conclusion takes from a score. */
record Bounds(
        FrequentationState state,
        @Nullable Integer low,
        @Nullable Integer score,
        @Nullable Integer high) {

    static Bounds of(Frequentation room) {
        return new Bounds(room.getState(), room.getLow(), room.getScore(), room.getHigh());
    }
}
