package fr.passerelle.faults.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Every fault that can be asked for, by name. */
public final class Faults {

    private static final List<String> BOUNDARIES = List.of("relay-transaction", "before-publish");
    private static final int CHUNKS = 6;
    private static final int ONE_IN = 3;

    private static final Map<String, BiFunction<Phases, RandomGenerator, Strike>> ALL = all();

    private Faults() {}

    /** The names, those of the four processes first. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The names of the kills of the four processes, which can follow each other in a night. */
    public static List<String> kills() {
        return List.of("kill-nightly", "kill-events", "kill-kafka", "kill-postgresql");
    }

    /** A strike drawn from a seed. */
    public static Strike draw(String name, Phases phases, RandomGenerator dice) {
        var fault = ALL.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("Faute inconnue : " + name + ". Connues : " + String.join(", ", names()));
        }
        return fault.apply(phases, dice);
    }

    private static Map<String, BiFunction<Phases, RandomGenerator, Strike>> all() {
        var all = new LinkedHashMap<String, BiFunction<Phases, RandomGenerator, Strike>>();
        all.put("kill-nightly", Faults::killNightly);
        all.put("kill-events", Faults::killEvents);
        all.put("kill-kafka", (phases, dice) -> new Kill(Victim.KAFKA, phases.draw(dice)));
        all.put("kill-postgresql", (phases, dice) -> new Kill(Victim.POSTGRESQL, phases.draw(dice)));
        return all;
    }

    private static Strike killNightly(Phases phases, RandomGenerator dice) {
        if (dice.nextInt(ONE_IN) > 0) {
            return new Kill(Victim.NIGHTLY, phases.draw(dice));
        }
        var place = dice.nextInt(BOUNDARIES.size() + 1);
        return new KillAtBoundary(
                place < BOUNDARIES.size() ? BOUNDARIES.get(place) : "attendance-chunk-" + (1 + dice.nextInt(CHUNKS)));
    }

    private static Strike killEvents(Phases phases, RandomGenerator dice) {
        return dice.nextInt(ONE_IN) > 0
                ? new Kill(Victim.EVENTS, phases.draw(dice))
                : new KillEventsInRunClosed();
    }
}
