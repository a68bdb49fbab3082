package fr.passerelle.published.difference;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Frequentation;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps of all proposals those that a replay is about: its EPCIs and, in an EPCI of which rooms were asked for, these rooms and its plan. */
record Narrowing(Replay.Scope scope) {

    Proposals of(Proposals all) {
        if (scope.isRegion()) {
            return all;
        }
        Set<String> narrowed = all.scores().values().stream()
                .filter(score -> scope.rooms().contains(score.getRoomId()))
                .map(Frequentation::getEpci)
                .collect(Collectors.toSet());
        return Proposals.of(
                rooms(all.scores().values(), narrowed, Frequentation::getEpci, Frequentation::getRoomId)
                        .toList(),
                rooms(all.conversions().values(), narrowed, one -> one.getEpci(), one -> one.getRoomId())
                        .toList(),
                all.plans().values().stream()
                        .filter(plan -> scope.epcis().contains(plan.getEpci()))
                        .toList());
    }

    private <T> Stream<T> rooms(
            Collection<T> all, Set<String> narrowed, Function<T, String> epci, Function<T, String> room) {
        return all.stream()
                .filter(one -> scope.epcis().contains(epci.apply(one)))
                .filter(one ->
                        !narrowed.contains(epci.apply(one)) || scope.rooms().contains(room.apply(one)));
    }
}
