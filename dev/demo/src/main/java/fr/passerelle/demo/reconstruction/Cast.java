package fr.passerelle.demo.reconstruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each seat its room: name, life, strength, and what is planted in its register. */
final class Cast {

    /** EPCIs whose first room is strong and well equipped. */
    private static final int FLAGSHIPS = 10;

    /** Middle strength of the others: few rooms are strong, many are weak. */
    private static final double WEAKER = 0.42;

    private static final int AUTONOMOUS_BESIDES_THE_KNOWN = 4;
    private static final LocalDate FIRST_CLOSING = LocalDate.of(2011, 6, 1);
    private static final LocalDate FIRST_RECENT_OPENING = LocalDate.of(2016, 2, 1);

    private final PublicFacts facts;
    private final List<Commune> fictive;
    private final Map<Integer, Trait> traits = new HashMap<>();
    private final Set<Integer> flagships = new HashSet<>();
    private final Set<Integer> autonomous = new HashSet<>();

    Cast(PublicFacts facts) {
        this.facts = facts;
        this.fictive = new Placement(facts).communes();
        List<Integer> deck = new ArrayList<>();
        chooseFlagships();
        for (int i = 0; i < fictive.size(); i++) {
            if (!flagships.contains(i)) {
                deck.add(i);
            }
        }
        deal(Dice.of("traits").shuffled(deck));
    }

    /** All rooms, by identifier. */
    List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        for (PublicFacts.KnownRoom room : facts.known()) {
            rooms.add(known(id(rooms.size() + 1), room));
        }
        for (int i = 0; i < fictive.size(); i++) {
            rooms.add(fictive(id(rooms.size() + 1), i));
        }
        return rooms;
    }

    private void chooseFlagships() {
        List<String> epcis = fictive.stream().map(Commune::epci).distinct().toList();
        Dice.of("flagships").shuffled(epcis).stream()
                .limit(FLAGSHIPS)
                .forEach(epci -> flagships.add(
                        fictive.stream().map(Commune::epci).toList().indexOf(epci)));
    }

    private void deal(List<Integer> deck) {
        int next = 0;
        for (Trait trait : Arrays.asList(Trait.values())) {
            for (int i = 0; i < trait.rooms(); i++) {
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
                true,
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
                false,
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
}
