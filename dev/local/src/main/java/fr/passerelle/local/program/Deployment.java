package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Program.Launcher;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.event.MonthReported;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passerelle as people run it, over a database and a namespace of its own, started by a launcher; what a test freezes or kills is always a process. */
public final class Deployment implements AutoCloseable {

    private static final int STARTS = 4;
    private static final List<Integer> PUBLISHED = List.of(0, 3);
    private static final String READS = "est lu";
    private static final String LATEST_MONTHS =
            "select distinct on (room_id, month) payload from passerelle.month_version order by room_id, month, seq"
                    + " desc";

    private final Site site;
    private final Launcher launcher;
    private final ProcessLauncher processes;
    private final List<Program> commands = new CopyOnWriteArrayList<>();
    private final Map<Integer, Program> instances = new ConcurrentSkipListMap<>();
    private final AtomicInteger starts = new AtomicInteger();

    /** One whose programs are started as the launcher does, but for those that must be processes. */
    public Deployment(Site site, Launcher launcher, ProcessLauncher processes) {
        this.site = site;
        this.launcher = launcher;
        this.processes = processes;
    }

    /** Makes database, topics and registry ready; throws a {@link LocalFault} when that fails. */
    public Deployment register() {
        var register = batch("register");
        if (register.end() != 0) {
            throw register.failure("« register » a échoué");
        }
        return this;
    }

    public Endpoints endpoints() {
        return site.servers().get();
    }

    /** First part of the names of its topics. */
    public String namespace() {
        return site.namespace();
    }

    public Topics topics() {
        return new Topics(site.namespace());
    }

    /** What it keeps on this machine: the states of its instances, the paths of its inputs and what its programs print. */
    public Path directory() {
        return site.directory();
    }

    public Map<String, String> properties() {
        return site.properties();
    }

    public Database database() {
        return new Database(site.servers());
    }

    public Broker broker() {
        return new Broker(endpoints().administrator());
    }

    public Program batch(String... arguments) {
        return batch(Map.of(), List.of(arguments));
    }

    public Program batch(Map<String, String> more, List<String> arguments) {
        return command(launcher.start("cli", with(more), arguments, log("batch")));
    }

    public ProgramProcess batchProcess(Map<String, String> more, List<String> arguments) {
        return command(processes.start("cli", with(more), arguments, log("batch")));
    }

    private <P extends Program> P command(P program) {
        commands.add(program);
        return program;
    }

    /** Starts a command of cli that will wait at a boundary, and waits until it is there. */
    public ProgramProcess batchStoppedAt(String boundary, List<String> arguments) {
        return batchStoppedAt(boundary, arguments, Map.of());
    }

    public ProgramProcess batchStoppedAt(String boundary, List<String> arguments, Map<String, String> more) {
        var pause = new LinkedHashMap<>(more);
        pause.put("passerelle.pause-at", boundary);
        return batchProcess(pause, arguments).awaitSaying("pause-at=" + boundary);
    }

    /** Starts an instance of events unless it runs, with a state directory of its own, the same when started again. */
    public Program events(int instance) {
        return events(instance, Map.of());
    }

    public Program events(int instance, Map<String, String> more) {
        var running = instances.get(instance);
        return running != null && running.isAlive() ? running : instance(launcher, instance, more);
    }

    /** Starts an instance of events as a process, unless it runs as one. */
    public ProgramProcess eventsProcess(int instance, Map<String, String> more) {
        return instances.get(instance) instanceof ProgramProcess running && running.isAlive()
                ? running
                : (ProgramProcess) instance(processes, instance, more);
    }

    private Program instance(Launcher by, int instance, Map<String, String> more) {
        var own = new LinkedHashMap<String, String>();
        own.put("passerelle.stream.state-dir", stateOf(instance).toString());
        own.putAll(more);
        var program = by.start("events", with(own), List.of(), log("events"));
        instances.put(instance, program);
        return program;
    }

    /** Starts the first instance of events as a process unless it runs, until it reads the log: a start is tried again, since the registry may have dead connections. */
    public ProgramProcess eventsReading() {
        var program = eventsProcess(1, Map.of());
        for (int left = STARTS; !program.says(READS); left--) {
            program.stop();
            if (left == 0) {
                throw program.failure("events s'arrête à chaque démarrage");
            }
            program = eventsProcess(1, Map.of());
        }
        return program;
    }

    /** The instances of events by number, those that ended too. */
    public Map<Integer, Program> instances() {
        return Map.copyOf(instances);
    }

    public Path states() {
        return directory().resolve("state");
    }

    public Path stateOf(int instance) {
        return states().resolve("instance-" + instance);
    }

    private Map<String, String> with(Map<String, String> more) {
        var properties = new LinkedHashMap<>(site.properties());
        properties.putAll(more);
        return properties;
    }

    private Path log(String program) {
        return directory().resolve("log").resolve("%03d-%s".formatted(starts.incrementAndGet(), program));
    }

    /** Runs a night to its end and expects it to be published; answers its report. */
    public JsonNode night(List<String> arguments) {
        return night(arguments, Map.of());
    }

    public JsonNode night(List<String> arguments, Map<String, String> more) {
        return report(batch(
                more, Stream.concat(arguments.stream(), Stream.of("--json")).toList()));
    }

    /** Takes the run that stands open up to its end; answers its report. */
    public JsonNode restart() {
        var run = text("select run_id from passerelle.run order by run_no desc limit 1");
        return report(batch("restart", run, "--json"));
    }

    private static JsonNode report(Program command) {
        int code = command.end();
        if (!PUBLISHED.contains(code)) {
            throw command.failure("La nuit n'est pas publiée, code " + code);
        }
        return JsonMapper.shared().readTree(command.output());
    }

    /** The only cell of a query, as text. */
    public String text(String sql) {
        return text(endpoints().owner(), sql);
    }

    public String text(DatabaseRole account, String sql) {
        return database().text(account, sql);
    }

    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The months of rooms as the journal told each last. */
    public List<MonthReported> months() {
        return months(database());
    }

    /** The same by room and month, whether or not their rooms are still there, as a database has them. */
    public static List<MonthReported> months(Database database) {
        var records = new Records();
        return database.rows(
                LATEST_MONTHS,
                row -> records.decode(row.getBytes(1), MonthReported.getClassSchema(), MonthReported.class));
    }

    /** Alters the database behind the programs' backs. */
    public void change(String sql) {
        database().change(sql);
    }

    /** Ends the commands and the instances that still run; answers whether all ended by themselves once they were asked to. */
    public boolean stop() {
        var all = new ArrayList<>(commands);
        all.addAll(instances.values());
        return all.stream().filter(program -> !program.stop()).count() == 0;
    }

    /** Ends what still runs; throws a {@link LocalFault} when a program had to be ended by force. */
    @Override
    public void close() {
        if (!stop()) {
            throw new LocalFault("Un programme de " + namespace() + " ne s'est pas arrêté : voir " + directory() + ".");
        }
    }

    /** Where a deployment stands, which no other shares; the servers are asked for each time, since one that is started again may change its port. */
    public record Site(Supplier<Endpoints> servers, String namespace, Path directory, Map<String, String> settings) {

        /** All that its programs are configured with, by property name. */
        public Map<String, String> properties() {
            var properties = new LinkedHashMap<>(servers.get().properties());
            properties.put("passerelle.namespace", namespace);
            properties.put("passerelle.var", directory.toString());
            properties.put("passerelle.inputs", directory.resolve("inputs").toString());
            properties.put("spring.jmx.enabled", "false");
            properties.putAll(settings);
            return properties;
        }
    }
}
