package fr.passerelle.faults.check;

import java.util.stream.Stream;

/** I9: nothing of the canary is anywhere; the harmless word that was planted beside is found, so the search is not blind. */
final class Nobody {

    private Nobody() {}

    static Stream<Violation> in(History history) {
        Stream<Violation> traces = history.texts().entrySet().stream()
                .filter(place -> !Canary.tracesIn(place.getValue()).isEmpty())
                .map(place -> new Violation(Promise.I9, "une personne figure dans " + place.getKey()));
        return history.texts().values().stream().anyMatch(Canary::harmlessIn)
                ? traces
                : Stream.of(
                        new Violation(Promise.I9, "la recherche ne trouve pas même le témoin : elle ne prouve rien"));
    }
}
