package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;

/** What a rule decided, and the steps that led to it. */
record Ruling<T>(T value, List<RegleEssayee> steps) {

    static <T> Ruling<T> by(RegleEssayee step, T value) {
        return new Ruling<>(value, List.of(step));
    }
}
