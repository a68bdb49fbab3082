package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.Kill.Victim;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.server.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Every fault that can be asked for, by name. */
public final class Faults {

    private static final String IMPORT = "Fréquentation";
    private static final String FOLD = "Relevés mensuels";
    private static final String RELAY = "Relais vers Kafka";
    private static final String AWAIT = "Notes et propositions";
    private static final int CHUNKS = 6;
    private static final int MOST_COMMITS = 40;
    private static final int ONE_IN = 3;
    private static final int BOUNDARIES = 4;

    private static final Map<String, BiFunction<NightPhases, RandomGenerator, Strike>> ALL = all();

    private Faults() {}

    /** The names, those of the four processes first. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The names of the kills of the four processes, which can follow each other in a night. */
    public static List<String> kills() {
        return List.of("kill-nightly", "kill-events", "kill-kafka", "kill-postgresql");
    }

    /** The names of those that only root can make happen. */
    public static List<String> ofRoot() {
        return List.of("disk-postgresql", "disk-kafka");
    }

    /** A strike drawn from a seed. */
    public static Strike draw(String name, NightPhases phases, RandomGenerator dice) {
        var fault = ALL.get(name);
        if (fault == null) {
            throw new IllegalArgumentException(
                    "Faute inconnue : " + name + ". Connues : " + String.join(", ", names()));
        }
        return fault.apply(phases, dice);
    }

    private static Map<String, BiFunction<NightPhases, RandomGenerator, Strike>> all() {
        var all = new LinkedHashMap<String, BiFunction<NightPhases, RandomGenerator, Strike>>();
        all.put("kill-nightly", Faults::killNightly);
        all.put("kill-events", Faults::killEvents);
        all.put("kill-kafka", (phases, dice) -> killServer(Victim.KAFKA, Server.KAFKA, phases, dice));
        all.put("kill-postgresql", (phases, dice) -> killServer(Victim.POSTGRESQL, Server.POSTGRESQL, phases, dice));
        all.put("kill-registry", (phases, dice) -> new Kill(Victim.REGISTRY, phases.draw(dice)));
        all.put("kafka-in-transaction", Faults::kafkaInTransaction);
        all.put("postgresql-in-chunk", Faults::postgresqlInChunk);
        all.put("zombie", (phases, dice) -> new Zombie(phases.draw(anyOf(dice, IMPORT, RELAY, AWAIT), dice)));
        all.put("cut-postgresql", Faults::cutPostgresql);
        all.put(
                "cut-kafka",
                (phases, dice) -> new Wires.CutAfterCommit(Wires.KAFKA, dice.nextInt(4), phases.rank(RELAY)));
        all.put("latency", Faults::latency);
        all.put("partition", Faults::partition);
        all.put(
                "disk-postgresql",
                (phases, dice) -> new DiskFault.FullDisk(Server.POSTGRESQL, phases.draw(IMPORT, dice)));
        all.put("disk-kafka", (phases, dice) -> new DiskFault.FullDisk(Server.KAFKA, phases.draw(IMPORT, dice)));
        all.put("poison", Faults::poison);
        all.put("repeated", (phases, dice) -> new TopicFault.RepeatedRecord(phases.draw(dice), dice.nextInt(1000)));
        all.put("missing", (phases, dice) -> new TopicFault.MissingRecords(phases.rank(AWAIT)));
        all.put(
                "rebalance",
                (phases, dice) ->
                        new GroupFault.Rebalance(phases.draw(anyOf(dice, RELAY, AWAIT), dice), 1 + dice.nextInt(3)));
        all.put("restored-database", (phases, dice) -> new DiskFault.RestoredDatabase(phases.rank(AWAIT)));
        all.put("expired-group", (phases, dice) -> new GroupFault.ExpiredGroup());
        all.put("registry-lost", (phases, dice) -> new RegistryLost());
        return all;
    }

    private static String anyOf(RandomGenerator dice, String... phases) {
        return phases[dice.nextInt(phases.length)];
    }

    private static Strike kafkaInTransaction(NightPhases phases, RandomGenerator dice) {
        return new Kill.InsideTransaction(
                "kafka-in-transaction",
                Server.KAFKA,
                "KILL",
                "relay-transaction",
                phases.rank(RELAY),
                "gate-" + dice.nextLong());
    }

    private static Strike postgresqlInChunk(NightPhases phases, RandomGenerator dice) {
        return new Kill.InsideTransaction(
                "postgresql-in-chunk",
                Server.POSTGRESQL,
                "QUIT",
                "stage-chunk-" + (1 + dice.nextInt(CHUNKS)),
                phases.rank(IMPORT),
                "gate-" + dice.nextLong());
    }

    private static Strike cutPostgresql(NightPhases phases, RandomGenerator dice) {
        return new Wires.CutAfterCommit(Wires.POSTGRESQL, dice.nextInt(MOST_COMMITS), phases.rank(IMPORT));
    }

    private static Strike latency(NightPhases phases, RandomGenerator dice) {
        return dice.nextBoolean()
                ? new Wires.SlowServer(Wires.POSTGRESQL, phases.draw(IMPORT, dice), false, dice.nextLong(2, 12))
                : new Wires.SlowServer(Wires.KAFKA, phases.draw(IMPORT, dice), false, dice.nextLong(20, 200));
    }

    private static Strike partition(NightPhases phases, RandomGenerator dice) {
        return dice.nextBoolean()
                ? new Wires.SlowServer(Wires.POSTGRESQL, phases.draw(IMPORT, dice), true, dice.nextLong(2000, 12_000))
                : new Wires.SlowServer(Wires.KAFKA, phases.draw(RELAY, dice), true, dice.nextLong(2000, 12_000));
    }

    private static Strike poison(NightPhases phases, RandomGenerator dice) {
        return new TopicFault.Poison(
                phases.draw(dice), dice.nextInt(TopicFault.Poison.kinds()), dice.nextInt(Target.PARTITIONS));
    }

    private static Strike killNightly(NightPhases phases, RandomGenerator dice) {
        if (dice.nextInt(ONE_IN) > 0) {
            return new Kill(Victim.NIGHTLY, phases.draw(dice));
        }
        var boundary = boundary(dice);
        return new Kill.AtBoundary(boundary, phases.rank(phaseOf(boundary)));
    }

    private static Strike killServer(Victim victim, Server server, NightPhases phases, RandomGenerator dice) {
        if (dice.nextInt(ONE_IN) > 0) {
            return new Kill(victim, phases.draw(dice));
        }
        var boundary = boundary(dice);
        return new Kill.InsideTransaction(
                "kill-" + victim.id(),
                server,
                "KILL",
                boundary,
                phases.rank(phaseOf(boundary)),
                "release-" + dice.nextLong());
    }

    private static String boundary(RandomGenerator dice) {
        return switch (dice.nextInt(BOUNDARIES)) {
            case 0 -> "stage-chunk-" + (1 + dice.nextInt(CHUNKS));
            case 1 -> "relay-transaction";
            case 2 -> "fold-chunk-1";
            default -> "before-publish";
        };
    }

    private static String phaseOf(String boundary) {
        return switch (boundary) {
            case "relay-transaction" -> RELAY;
            case "before-publish" -> "Publication";
            case "fold-chunk-1" -> FOLD;
            default -> IMPORT;
        };
    }

    private static Strike killEvents(NightPhases phases, RandomGenerator dice) {
        return dice.nextInt(ONE_IN) > 0
                ? new Kill(Victim.EVENTS, phases.draw(dice))
                : new Kill.InsideAnswer(phases.rank(AWAIT));
    }
}
