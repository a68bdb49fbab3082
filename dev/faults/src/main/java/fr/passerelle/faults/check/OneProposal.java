package fr.passerelle.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** I4: a room has one current conversion, an EPCI at most one tiers lieu proposed. */
final class OneProposal {

    private OneProposal() {}

    static Stream<Violation> in(History history) {
        return Stream.concat(
                several(history, each -> true, RoomConversion::room, "conversions courantes, salle "),
                several(history, RoomConversion::tiersLieu, RoomConversion::epci, "tiers lieux proposés, EPCI "));
    }

    private static Stream<Violation> several(
            History history, Predicate<RoomConversion> wanted, Function<RoomConversion, String> by, String what) {
        Map<String, Long> counts = history.results().conversions().stream()
                .filter(wanted)
                .collect(groupingBy(by, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> new Violation(Promise.I4, count.getValue() + " " + what + count.getKey()));
    }
}
