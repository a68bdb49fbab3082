package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.implantation.StopCheck;
import fr.passerelle.envelope.implantation.StopCheck.StopSelection;
import fr.passerelle.schemas.event.Objectif;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every answer that there is, and the best of them by the words of the contract. */
record EverySelection(LocationQuestion question) {

    Optional<StopSelection> best() {
        return from(0, new TreeMap<>())
                .filter(selection -> StopCheck.of(question, selection).holds())
                .min(order());
    }

    private Stream<StopSelection> from(int area, SortedMap<String, List<StopHost>> before) {
        if (area == question.areas().size()) {
            return Stream.of(new StopSelection(before));
        }
        StopArea next = question.areas().get(area);
        return IntStream.range(0, 1 << next.hosts().size()).boxed().flatMap(chosen -> {
            SortedMap<String, List<StopHost>> bySiren = new TreeMap<>(before);
            bySiren.put(next.siren(), hosts(next, chosen));
            return from(area + 1, bySiren);
        });
    }

    private static List<StopHost> hosts(StopArea area, int chosen) {
        return IntStream.range(0, area.hosts().size())
                .filter(host -> (chosen >> host & 1) == 1)
                .mapToObj(area.hosts()::get)
                .toList();
    }

    private Comparator<StopSelection> order() {
        Comparator<StopSelection> best = Comparator.comparing(this::near, Comparator.reverseOrder());
        Comparator<StopSelection> order = question.objectif() == Objectif.COUVERTURE
                ? Comparator.comparingInt(StopSelection::stops).thenComparing(best)
                : best;
        return order.thenComparingLong(this::moved)
                .thenComparing(this::shares, Comparator.reverseOrder())
                .thenComparing(this::firsts, Comparator.reverseOrder());
    }

    private long near(StopSelection selection) {
        return StopCheck.of(question, selection).near();
    }

    private long moved(StopSelection selection) {
        return selection.bySiren().values().stream()
                .flatMap(List::stream)
                .filter(host -> !host.byRule())
                .count();
    }

    /** Numbers of stops under ten, in the order of the areas. */
    private String shares(StopSelection selection) {
        StringBuilder shares = new StringBuilder();
        question.areas().forEach(area -> shares.append(selection.of(area).size()));
        return shares.toString();
    }

    private String firsts(StopSelection selection) {
        StringBuilder firsts = new StringBuilder();
        question.areas()
                .forEach(area -> area.hosts()
                        .forEach(host -> firsts.append(selection.of(area).contains(host) ? '1' : '0')));
        return firsts.toString();
    }
}
