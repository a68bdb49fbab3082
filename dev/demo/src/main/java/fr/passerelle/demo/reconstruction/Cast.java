package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.PublicFacts.Commune;
import fr.passerelle.demo.reconstruction.Room.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives each seat its room: name, life, strength, what is planted in its register; more rooms in larger intercommunalités and communes. */
final class Cast {

    private static final int FLAGSHIPS = 10;

    /** Middle strength of the others: few rooms are strong, many are weak. */
    private static final double WEAKER = 0.42;

    private static final int AUTONOMOUS_BESIDES_THE_KNOWN = 4;
    private static final LocalDate FIRST_CLOSING = LocalDate.of(2011, 6, 1);
    private static final LocalDate FIRST_RECENT_OPENING = LocalDate.of(2016, 2, 1);

    private static final int ROOMS = 145;

    /** Château-Thierry's rooms are all known. */
    private static final String CHATEAU_THIERRY = "200072031";

    private static final int SMALLEST_EPCI = 5_000;
    private static final int EPCIS_WITHOUT_ROOM = 6;
    private static final int LARGE_TOWN = 40_000;

    private final PublicFacts facts;
    private final List<Commune> fictive;
    private final Map<Integer, Trait> traits = new HashMap<>();
    private final Set<Integer> flagships = new HashSet<>();
    private final Set<Integer> autonomous = new HashSet<>();

    Cast(PublicFacts facts) {
        this.facts = facts;
        this.fictive = places();
        chooseFlagships();
        deal(Dice.of("traits")
                .shuffled(IntStream.range(0, fictive.size())
                        .filter(i -> !flagships.contains(i))
                        .boxed()
                        .toList()));
    }

    List<Room> rooms() {
        int known = facts.known().size();
        return Stream.concat(
                        IntStream.range(0, known)
                                .mapToObj(i -> known(id(i + 1), facts.known().get(i))),
                        IntStream.range(0, fictive.size()).mapToObj(i -> fictive(id(known + i + 1), i)))
                .toList();
    }

    private void chooseFlagships() {
        List<String> seats = fictive.stream().map(Commune::epci).toList();
        Dice.of("flagships").shuffled(seats.stream().distinct().toList()).stream()
                .limit(FLAGSHIPS)
                .forEach(epci -> flagships.add(seats.indexOf(epci)));
    }

    private void deal(List<Integer> deck) {
        int next = 0;
        for (Trait trait : Trait.values()) {
            for (int i = 0; i < trait.rooms; i++) {
                traits.put(deck.get(next++), trait);
            }
        }
        autonomous.addAll(deck.subList(next, next + AUTONOMOUS_BESIDES_THE_KNOWN));
    }

    private Room known(String id, PublicFacts.KnownRoom room) {
        Dice dice = Dice.of(id);
        boolean flagship = room.commune().equals("Fère-en-Tardenois");
        return new Room(
                id,
                room.name(),
                facts.commune(room.insee()),
                room.autonomous(),
                flagship,
                Trait.NONE,
                usualOpening(dice),
                null,
                flagship ? 1.5 : dice.skewed(0.4),
                0.04 * dice.normal());
    }

    private Room fictive(String id, int index) {
        Dice dice = Dice.of(id);
        Trait trait = traits.getOrDefault(index, Trait.NONE);
        boolean flagship = flagships.contains(index);
        return new Room(
                id,
                "Salle fictive " + id.substring(id.indexOf('-') + 1),
                fictive.get(index),
                autonomous.contains(index),
                flagship,
                trait,
                opening(dice, trait),
                trait == Trait.CLOSED ? FIRST_CLOSING.plusMonths(dice.below(72)) : null,
                flagship ? dice.between(1.6, 3.0) : WEAKER * dice.skewed(1.1),
                (flagship ? 0.02 : -0.03) + 0.07 * dice.normal());
    }

    private static @Nullable LocalDate opening(Dice dice, Trait trait) {
        if (trait == Trait.OPENED_IN_WINDOW) {
            return FIRST_RECENT_OPENING.plusMonths(dice.below(14));
        }
        return dice.chance(0.07) ? LocalDate.of(2009 + dice.below(6), 1 + dice.below(12), 1) : usualOpening(dice);
    }

    private static @Nullable LocalDate usualOpening(Dice dice) {
        return dice.chance(0.2) ? null : LocalDate.of(1999 + dice.below(8), 1 + dice.below(12), 1 + dice.below(28));
    }

    private static String id(int number) {
        return "DEMO-%03d".formatted(number);
    }

    /** A commune for each room that is not known, by EPCI; a large town may come up again. */
    private List<Commune> places() {
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
