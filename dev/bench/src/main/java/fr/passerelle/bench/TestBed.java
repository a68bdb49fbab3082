package fr.passerelle.bench;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

/** The durable servers, the deployments that each measure makes on them, the report, and how processes are metered. */
final class TestBed implements AutoCloseable, ProcessLauncher {

    /** Partitions of every topic that is measured. */
    static final int PARTITIONS = 12;

    /** As a meter calls the process that does what is measured. */
    static final String CLIENT = "client";

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(40), Duration.ofSeconds(20));

    private final Workspace house;
    private final Path folder;
    private final Machine machine;
    private final BenchReport report = new BenchReport();
    private final List<String> faults = new ArrayList<>();

    /** @param house where the programs were built; its data directory stays untouched but for {@code bench} in it */
    TestBed(Workspace house) {
        this.house = house;
        this.folder = house.var().resolve("bench");
        this.machine = new Machine(folder.resolve("servers"));
    }

    /** What a program did from one moment to another, in milliseconds since 1970, and the meter that looked at it. */
    record Metered(long from, long to, Meter meter) {}

    Workspace house() {
        return house;
    }

    Path folder() {
        return folder;
    }

    BenchReport report() {
        return report;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Measures something; what fails is kept, and the rest goes on. */
    void attempt(Runnable measure) {
        try {
            measure.run();
        } catch (LocalFault e) {
            faults.add(e.sentence());
        }
    }

    /** Measures something on a deployment; its database, topics and states then go, what its programs printed stays. */
    void on(String hint, Consumer<Deployment> measure) {
        answerOn(hint, own -> {
            measure.accept(own);
            return own;
        });
    }

    <T> T answerOn(String hint, Function<Deployment, T> measure) {
        Deployment own = deploy(hint);
        try {
            return measure.apply(own);
        } finally {
            machine.remove(own);
            PrivateFiles.deleteTree(own.states());
        }
    }

    /** A deployment on a database and a namespace, both empty, which the launcher of the tree finds too. */
    private Deployment deploy(String hint) {
        Deployment own = machine.deploy(hint, folder, Map.of("passerelle.partitions", "" + PARTITIONS), this);
        PrivateFiles.deleteTree(own.directory());
        PrivateFiles.write(
                own.directory().resolve("passerelle.properties"),
                own.properties().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        return own;
    }

    static String log(Deployment deployment) {
        return deployment.topics().transitions().name();
    }

    static void createLog(Deployment own) {
        NewTopic topic = new NewTopic(log(own), PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
        own.broker()
                .administer(admin -> admin.createTopics(List.of(topic)).all().get());
    }

    Work work(DrawnFiles file, Deployment own) {
        return new Work(file, own.endpoints(), log(own), folder.resolve("work"));
    }

    /** Fails unless a result is what it must be: its time counts only then. */
    static void check(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new LocalFault(what + " : " + found + " au lieu de " + expected + ". La mesure ne compte pas.");
        }
    }

    /** Fails unless our state holds all lines; their presences are counted on the topic. */
    static void checkHeld(Deployment own, DrawnFiles.Sum expected) {
        check(
                "Lignes de " + own.namespace(),
                expected.rows(),
                own.number("select coalesce(sum(held), 0) from passerelle.attendance_said"));
    }

    /** Writes what is dirty to the disk, so that no measure pays for the one before it. */
    void settle() {
        machine.servers().administer("checkpoint");
    }

    /** Looks at the servers, at the process that does the work, and at events where it stands beside. */
    Meter meter(long client, Events... beside) {
        Map<String, Long> watched = new HashMap<>(Map.of(CLIENT, client));
        machine.servers().status().forEach(server -> watched.put(server.server().id(), server.pid()));
        List.of(beside)
                .forEach(events -> watched.put(Events.NAME, events.process().pid()));
        return new Meter(Proc.ofThisMachine(), watched, CLIENT);
    }

    /** Runs a contender, checks the rows that it treated and their presences, and keeps its costs, which are those of its time. */
    void contend(MeasureKind what, DrawnFiles file, Deployment own) {
        Work work = work(file, own);
        PrivateFiles.deleteTree(work.folder().resolve("streams"));
        Path given = own.directory().resolve(what.name() + ".work");
        PrivateFiles.write(given, JsonMapper.shared().writeValueAsString(work));
        settle();
        try (ProgramProcess child = start(
                        List.of(
                                ChildProcesses.java(),
                                "-Xmx1g",
                                "-Dlogback.configurationFile=bench-logback.xml",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Work.class.getName(),
                                what.name(),
                                given.toString()),
                        own.directory().resolve("log").resolve(what.name()));
                Meter meter = meter(child.pid())) {
            String said = child.answer();
            Work.Outcome done = JsonMapper.shared()
                    .readValue(
                            said.substring(said.lastIndexOf(Work.RESULT) + Work.RESULT.length()), Work.Outcome.class);
            check(what.french, file.sum(), done.sum());
            meter.close();
            add(what, file, new Metered(done.from(), done.to(), meter));
        }
    }

    void add(MeasureKind what, DrawnFiles file, Metered metered) {
        double seconds = (metered.to() - metered.from()) / 1e3;
        report.add(new BenchReport.Measurement(
                what, file.sum().rows(), seconds, metered.meter().between(metered.from(), metered.to())));
    }

    /** Runs a command of the operators' program to its end; fails unless it ends well. */
    Metered operate(Deployment own, List<String> arguments, Events... beside) {
        settle();
        long from = System.currentTimeMillis();
        try (ProgramProcess child = own.batchProcess(Map.of(), arguments);
                Meter meter = meter(child.pid(), beside)) {
            child.answer();
            return new Metered(from, System.currentTimeMillis(), meter);
        } catch (LocalFault e) {
            throw new LocalFault("« " + String.join(" ", arguments) + " » : " + e.sentence(), e);
        }
    }

    /** Starts one of Passerelle's programs as the workstation does, with the heap that must suffice whatever the size. */
    @Override
    public ProgramProcess start(String module, Map<String, String> properties, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcesses.java(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                "-Dpasserelle.home=" + house.root()));
        command.addAll(module.equals("cli") ? List.of("-Xmx256m") : List.of("-Xmx512m", "-XX:+UseSerialGC"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(house.start(module));
        command.addAll(arguments);
        return start(command, log);
    }

    static ProgramProcess start(List<String> command, Path log) {
        return ProgramProcess.start(new ProcessBuilder(command), log, PATIENCE);
    }

    /** Ends the servers; their data goes, what programs printed stays. */
    @Override
    public void close() {
        machine.close();
    }
}
