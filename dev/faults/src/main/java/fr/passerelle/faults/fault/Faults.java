package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.Fault.Strike;
import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.server.Server;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a strike is drawn with, by the name of its fault; every fault that can be asked for. */
public record Faults(String name, NightPhases phases, RandomGenerator dice) {
    /** The names, those of the four processes first. */
    public static final List<String> NAMES = List.of("""
        kill-nightly kill-events kill-kafka kill-postgresql kill-registry kafka-in-transaction postgresql-in-chunk
        zombie cut-postgresql cut-kafka latency partition disk-postgresql disk-kafka poison repeated missing rebalance
        restored-database expired-group registry-lost\
        """.split("\\s+"));
    /** The names of the kills of the four processes, which can follow each other in a night. */
    public static final List<String> KILLS = NAMES.subList(0, 4);
    /** The names of those that only root can make happen. */
    public static final List<String> OF_ROOT = List.of("disk-postgresql", "disk-kafka");

    private static final String IMPORT = "Fréquentation";
    private static final String FOLD = "Relevés mensuels";
    private static final String RELAY = "Relais vers Kafka";
    private static final String AWAIT = "Notes et propositions";
    private static final String BEFORE = "avant la nuit";
    private static final int CHUNKS = 6;
    private static final int MOST_COMMITS = 40;
    private static final int ONE_IN = 3;
    private static final int BOUNDARIES = 4;

    public Strike draw() {
        return switch (name) {
            case "kill-nightly" -> killNightly();
            case "kill-events" ->
                dice.nextInt(ONE_IN) > 0
                        ? kill(Server.EVENTS)
                        : of("run-closed", phases.rank(AWAIT), new Kill.InsideAnswer());
            case "kill-kafka" -> killServer(Server.KAFKA);
            case "kill-postgresql" -> killServer(Server.POSTGRESQL);
            case "kill-registry" -> kill(Server.REGISTRY);
            case "kafka-in-transaction" -> inside(Server.KAFKA, "KILL", "relay-transaction", "gate-");
            case "postgresql-in-chunk" -> inside(Server.POSTGRESQL, "QUIT", chunk(), "gate-");
            case "zombie" -> at(in(IMPORT, RELAY, AWAIT), "", new Zombie());
            case "cut-postgresql" -> cut(Wires.POSTGRESQL, dice.nextInt(MOST_COMMITS), IMPORT);
            case "cut-kafka" -> cut(Wires.KAFKA, dice.nextInt(4), RELAY);
            case "latency" ->
                dice.nextBoolean()
                        ? slow(Wires.POSTGRESQL, IMPORT, false, 2, 12)
                        : slow(Wires.KAFKA, IMPORT, false, 20, 200);
            case "partition" ->
                dice.nextBoolean()
                        ? slow(Wires.POSTGRESQL, IMPORT, true, 2000, 12_000)
                        : slow(Wires.KAFKA, RELAY, true, 2000, 12_000);
            case "disk-postgresql" -> fullDisk(Server.POSTGRESQL);
            case "disk-kafka" -> fullDisk(Server.KAFKA);
            case "poison" -> poison();
            case "repeated" -> repeated();
            case "missing" -> of("relayés, pas encore lus", phases.rank(AWAIT), new TopicFault.MissingRecords());
            case "rebalance" -> rebalance();
            case "restored-database" -> of("après le relais", phases.rank(AWAIT), new DiskFault.RestoredDatabase());
            case "expired-group" -> of(BEFORE, 0, new GroupFault.ExpiredGroup());
            case "registry-lost" -> of(BEFORE, 0, new RegistryLost());
            default ->
                throw new IllegalArgumentException(
                        "Faute inconnue : " + name + ". Connues : " + String.join(", ", NAMES));
        };
    }

    /** One that sees itself when its time has come. */
    private Strike of(String when, int phase, Fault fault) {
        return new Strike(name, when, phase, null, fault);
    }

    /** One at a moment, told with what else was drawn. */
    private Strike at(Moment moment, String more, Fault fault) {
        return new Strike(name, moment + more, moment.rank(), moment, fault);
    }

    private Moment in(String... any) {
        return phases.draw(any[dice.nextInt(any.length)], dice);
    }

    private Strike kill(@Nullable Server server) {
        return at(phases.draw(dice), "", new Kill.OfProcess(server));
    }

    private Strike killNightly() {
        if (dice.nextInt(ONE_IN) > 0) {
            return kill(null);
        }
        var boundary = boundary();
        return of(boundary, phases.rank(phaseOf(boundary)), new Kill.AtBoundary(boundary));
    }

    private Strike killServer(Server server) {
        return dice.nextInt(ONE_IN) > 0 ? kill(server) : inside(server, "KILL", boundary(), "release-");
    }

    private Strike inside(Server server, String signal, String boundary, String gate) {
        return of(
                boundary,
                phases.rank(phaseOf(boundary)),
                new Kill.InsideTransaction(server, signal, boundary, gate + dice.nextLong()));
    }

    private String boundary() {
        return switch (dice.nextInt(BOUNDARIES)) {
            case 0 -> chunk();
            case 1 -> "relay-transaction";
            case 2 -> "fold-chunk-1";
            default -> "before-publish";
        };
    }

    private String chunk() {
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

    private Strike cut(Wires wires, int commits, String phase) {
        var when = "réponse au commit " + (commits + 1);
        return of(when, phases.rank(phase), new Wires.CutAfterCommit(wires, commits));
    }

    private Strike slow(Wires wires, String phase, boolean partition, long least, long bound) {
        var moment = phases.draw(phase, dice);
        var millis = dice.nextLong(least, bound);
        var when = wires.id() + ", " + moment + ", " + millis + " ms";
        return new Strike(name, when, moment.rank(), moment, new Wires.SlowServer(wires, partition, millis));
    }

    private Strike fullDisk(Server server) {
        var moment = phases.draw(IMPORT, dice);
        return of(moment.toString(), moment.rank(), new DiskFault.FullDisk(server, moment));
    }

    private Strike poison() {
        var moment = phases.draw(dice);
        var kind = dice.nextInt(TopicFault.Poison.kinds());
        var partition = dice.nextInt(Target.PARTITIONS);
        return at(moment, ", sorte " + kind + ", partition " + partition, new TopicFault.Poison(kind, partition));
    }

    private Strike repeated() {
        var moment = phases.draw(dice);
        var pick = dice.nextInt(1000);
        var fault = new TopicFault.RepeatedRecord(moment, pick);
        return of(moment + ", au " + pick + "/1000 du topic", moment.rank(), fault);
    }

    private Strike rebalance() {
        var moment = in(RELAY, AWAIT);
        var first = 1 + dice.nextInt(3);
        return at(moment, ", instance " + first + " d'abord", new GroupFault.Rebalance(first));
    }
}
