package fr.passerelle.demo.reconstruction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the rooms that nobody named stand: more in larger intercommunalités, first in their largest communes. */
final class Placement {

    static final int ROOMS = 145;

    /** Château-Thierry's rooms are all known. */
    private static final String CHATEAU_THIERRY = "200072031";

    private static final int SMALLEST_EPCI = 5_000;
    private static final int EPCIS_WITHOUT_ROOM = 6;
    private static final int LARGE_TOWN = 40_000;

    private final PublicFacts facts;

    Placement(PublicFacts facts) {
        this.facts = facts;
    }

    /** A commune for each room that is not known, by EPCI; a large town may come up again. */
    List<Commune> communes() {
        Map<String, List<Commune>> byEpci = eligible();
        List<Commune> chosen = new ArrayList<>();
        shares(byEpci).forEach((epci, rooms) -> chosen.addAll(pick(byEpci.getOrDefault(epci, List.of()), epci, rooms)));
        return chosen;
    }

    private Map<String, List<Commune>> eligible() {
        Map<String, List<Commune>> byEpci = new TreeMap<>(facts.byEpci());
        byEpci.remove(CHATEAU_THIERRY);
        byEpci.values().removeIf(communes -> population(communes) < SMALLEST_EPCI);
        Dice.of("epcis-without-room").shuffled(List.copyOf(byEpci.keySet())).stream()
                .filter(epci -> population(byEpci.getOrDefault(epci, List.of())) < LARGE_TOWN)
                .limit(EPCIS_WITHOUT_ROOM)
                .forEach(byEpci::remove);
        return byEpci;
    }

    /** One room each, the rest by the square root of population, one at a time to the EPCI furthest below its share. */
    private Map<String, Integer> shares(Map<String, List<Commune>> byEpci) {
        Map<String, Integer> shares = new TreeMap<>();
        byEpci.keySet().forEach(epci -> shares.put(epci, 1));
        for (int left = ROOMS - facts.known().size() - shares.size(); left > 0; left--) {
            byEpci.entrySet().stream()
                    .max(Comparator.comparingDouble(entry ->
                            StrictMath.sqrt(population(entry.getValue())) / shares.getOrDefault(entry.getKey(), 0)))
                    .ifPresent(entry -> shares.merge(entry.getKey(), 1, Integer::sum));
        }
        return shares;
    }

    private List<Commune> pick(List<Commune> communes, String epci, int rooms) {
        Dice dice = Dice.of("placement/" + epci);
        Map<Commune, Integer> uses = new HashMap<>();
        facts.known().forEach(room -> uses.merge(facts.commune(room.insee()), 1, Integer::sum));
        List<Commune> chosen = new ArrayList<>();
        while (chosen.size() < rooms) {
            int rank = chosen.isEmpty() ? 0 : dice.below(Math.min(communes.size(), 3 * rooms));
            Commune commune = communes.get(rank);
            if (chosen.isEmpty() || uses.getOrDefault(commune, 0) * LARGE_TOWN <= commune.population() - 1) {
                uses.merge(commune, 1, Integer::sum);
                chosen.add(commune);
            }
        }
        return chosen;
    }

    private static int population(List<Commune> communes) {
        return communes.stream().mapToInt(Commune::population).sum();
    }
}
