package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.server.Server;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Every fault that can be asked for, by name. */
public final class Faults {

    private static final String IMPORT = "Fréquentation";
    private static final String FOLD = "Relevés mensuels";
    private static final String RELAY = "Relais vers Kafka";
    private static final String AWAIT = "Notes et propositions";
    private static final String BEFORE = "avant la nuit";
    private static final int CHUNKS = 6;
    private static final int MOST_COMMITS = 40;
    private static final int ONE_IN = 3;
    private static final int BOUNDARIES = 4;

    private static final List<String> NAMES = List.of("""
        kill-nightly kill-events kill-kafka kill-postgresql kill-registry kafka-in-transaction postgresql-in-chunk
        zombie cut-postgresql cut-kafka latency partition disk-postgresql disk-kafka poison repeated missing rebalance
        restored-database expired-group registry-lost\
        """.split("\\s+"));

    private Faults() {}

    /** The names, those of the four processes first. */
    public static List<String> names() {
        return NAMES;
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
        return switch (name) {
            case "kill-nightly" -> killNightly(name, phases, dice);
            case "kill-events" -> killEvents(name, phases, dice);
            case "kill-kafka" -> killServer(name, Server.KAFKA, phases, dice);
            case "kill-postgresql" -> killServer(name, Server.POSTGRESQL, phases, dice);
            case "kill-registry" -> kill(name, Server.REGISTRY, phases, dice);
            case "kafka-in-transaction" -> kafkaInTransaction(name, phases, dice);
            case "postgresql-in-chunk" -> postgresqlInChunk(name, phases, dice);
            case "zombie" -> Strike.at(name, in(phases, dice, IMPORT, RELAY, AWAIT), "", new Zombie());
            case "cut-postgresql" -> cut(name, Wires.POSTGRESQL, dice.nextInt(MOST_COMMITS), phases.rank(IMPORT));
            case "cut-kafka" -> cut(name, Wires.KAFKA, dice.nextInt(4), phases.rank(RELAY));
            case "latency" -> latency(name, phases, dice);
            case "partition" -> partition(name, phases, dice);
            case "disk-postgresql" -> fullDisk(name, Server.POSTGRESQL, phases, dice);
            case "disk-kafka" -> fullDisk(name, Server.KAFKA, phases, dice);
            case "poison" -> poison(name, phases, dice);
            case "repeated" -> repeated(name, phases, dice);
            case "missing" ->
                Strike.of(name, "relayés, pas encore lus", phases.rank(AWAIT), new TopicFault.MissingRecords());
            case "rebalance" -> rebalance(name, phases, dice);
            case "restored-database" ->
                Strike.of(name, "après le relais", phases.rank(AWAIT), new DiskFault.RestoredDatabase());
            case "expired-group" -> Strike.of(name, BEFORE, 0, new GroupFault.ExpiredGroup());
            case "registry-lost" -> Strike.of(name, BEFORE, 0, new RegistryLost());
            default ->
                throw new IllegalArgumentException(
                        "Faute inconnue : " + name + ". Connues : " + String.join(", ", NAMES));
        };
    }

    private static Moment in(NightPhases phases, RandomGenerator dice, String... any) {
        return phases.draw(any[dice.nextInt(any.length)], dice);
    }

    private static Strike kill(String name, @Nullable Server server, NightPhases phases, RandomGenerator dice) {
        return Strike.at(name, phases.draw(dice), "", new Kill.OfProcess(server));
    }

    private static Strike killNightly(String name, NightPhases phases, RandomGenerator dice) {
        if (dice.nextInt(ONE_IN) > 0) {
            return kill(name, null, phases, dice);
        }
        var boundary = boundary(dice);
        return Strike.of(name, boundary, phases.rank(phaseOf(boundary)), new Kill.AtBoundary(boundary));
    }

    private static Strike killEvents(String name, NightPhases phases, RandomGenerator dice) {
        return dice.nextInt(ONE_IN) > 0
                ? kill(name, Server.EVENTS, phases, dice)
                : Strike.of(name, "run-closed", phases.rank(AWAIT), new Kill.InsideAnswer());
    }

    private static Strike killServer(String name, Server server, NightPhases phases, RandomGenerator dice) {
        return dice.nextInt(ONE_IN) > 0
                ? kill(name, server, phases, dice)
                : inside(name, server, "KILL", boundary(dice), phases, "release-" + dice.nextLong());
    }

    private static Strike kafkaInTransaction(String name, NightPhases phases, RandomGenerator dice) {
        return inside(name, Server.KAFKA, "KILL", "relay-transaction", phases, "gate-" + dice.nextLong());
    }

    private static Strike postgresqlInChunk(String name, NightPhases phases, RandomGenerator dice) {
        return inside(name, Server.POSTGRESQL, "QUIT", chunk(dice), phases, "gate-" + dice.nextLong());
    }

    private static Strike inside(
            String name, Server server, String signal, String boundary, NightPhases phases, String gate) {
        return Strike.of(
                name,
                boundary,
                phases.rank(phaseOf(boundary)),
                new Kill.InsideTransaction(server, signal, boundary, gate));
    }

    private static String boundary(RandomGenerator dice) {
        return switch (dice.nextInt(BOUNDARIES)) {
            case 0 -> chunk(dice);
            case 1 -> "relay-transaction";
            case 2 -> "fold-chunk-1";
            default -> "before-publish";
        };
    }

    private static String chunk(RandomGenerator dice) {
        return "stage-chunk-" + (1 + dice.nextInt(CHUNKS));
    }

    private static String phaseOf(String boundary) {
        return switch (boundary) {
            case "relay-transaction" -> RELAY;
            case "before-publish" -> "Publication";
            case "fold-chunk-1" -> FOLD;
            default -> IMPORT;
        };
    }

    private static Strike cut(String name, Wires wires, int commits, int phase) {
        return Strike.of(name, "réponse au commit " + (commits + 1), phase, new Wires.CutAfterCommit(wires, commits));
    }

    private static Strike latency(String name, NightPhases phases, RandomGenerator dice) {
        return dice.nextBoolean()
                ? slow(name, Wires.POSTGRESQL, phases.draw(IMPORT, dice), false, dice.nextLong(2, 12))
                : slow(name, Wires.KAFKA, phases.draw(IMPORT, dice), false, dice.nextLong(20, 200));
    }

    private static Strike partition(String name, NightPhases phases, RandomGenerator dice) {
        return dice.nextBoolean()
                ? slow(name, Wires.POSTGRESQL, phases.draw(IMPORT, dice), true, dice.nextLong(2000, 12_000))
                : slow(name, Wires.KAFKA, phases.draw(RELAY, dice), true, dice.nextLong(2000, 12_000));
    }

    private static Strike slow(String name, Wires wires, Moment moment, boolean partition, long millis) {
        return new Strike(
                name,
                wires.id() + ", " + moment + ", " + millis + " ms",
                moment.rank(),
                moment,
                new Wires.SlowServer(wires, partition, millis));
    }

    private static Strike fullDisk(String name, Server server, NightPhases phases, RandomGenerator dice) {
        var moment = phases.draw(IMPORT, dice);
        return Strike.of(name, moment.toString(), moment.rank(), new DiskFault.FullDisk(server, moment));
    }

    private static Strike poison(String name, NightPhases phases, RandomGenerator dice) {
        var moment = phases.draw(dice);
        var kind = dice.nextInt(TopicFault.Poison.kinds());
        var partition = dice.nextInt(Target.PARTITIONS);
        return Strike.at(
                name, moment, ", sorte " + kind + ", partition " + partition, new TopicFault.Poison(kind, partition));
    }

    private static Strike repeated(String name, NightPhases phases, RandomGenerator dice) {
        var moment = phases.draw(dice);
        var pick = dice.nextInt(1000);
        return Strike.of(
                name,
                moment + ", au " + pick + "/1000 du topic",
                moment.rank(),
                new TopicFault.RepeatedRecord(moment, pick));
    }

    private static Strike rebalance(String name, NightPhases phases, RandomGenerator dice) {
        var moment = in(phases, dice, RELAY, AWAIT);
        var first = 1 + dice.nextInt(3);
        return Strike.at(name, moment, ", instance " + first + " d'abord", new GroupFault.Rebalance(first));
    }
}
