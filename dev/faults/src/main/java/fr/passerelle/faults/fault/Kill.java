package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signal 9 at a moment of the night.
 *
 * @param moment drawn over the undisturbed duration of a phase
 */
record Kill(Victim victim, Moment moment) implements Strike.AtMoment {

    @Override
    public String name() {
        return "kill-" + victim.id();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
        var reached = Moment.reached(command);
        var evidence = victim.kill(command, stage.target());
        return new Evidence(evidence.fired(), evidence.what() + ", " + reached);
    }

    /** A process that a strike ends by signal 9. */
    enum Victim {
        NIGHTLY("nightly", null),
        EVENTS("events", null),
        KAFKA("kafka", Server.KAFKA),
        POSTGRESQL("postgresql", Server.POSTGRESQL),
        REGISTRY("registry", Server.REGISTRY);

        private final String id;
        private final @Nullable Server server;

        Victim(String id, @Nullable Server server) {
            this.id = id;
            this.server = server;
        }

        String id() {
            return id;
        }

        Evidence kill(ProgramProcess command, Target target) {
            return server == null
                    ? program(this == NIGHTLY ? command : target.events(1))
                    : server(target.machine(), server);
        }

        private static Evidence program(ProgramProcess program) {
            var pid = program.pid();
            var code = program.killNine();
            return new Evidence(code == ProgramProcess.KILLED, "processus " + pid + ", code " + code);
        }

        private static Evidence server(Machine machine, Server server) {
            var before = machine.process(server);
            var ran = before.alive();
            var ended = machine.end(server, "KILL");
            return new Evidence(
                    ran && ended, "processus " + before.pid() + (ended ? ", signal 9, disparu" : " encore là"));
        }
    }

    /**
     * Signal 9 to the nightly job where it waits at a named boundary.
     *
     * @param boundary as {@code passerelle.pause-at} names it
     */
    record AtBoundary(String boundary, int phase) implements Strike {

        @Override
        public String name() {
            return "kill-nightly";
        }

        @Override
        public String when() {
            return boundary;
        }

        @Override
        public boolean atBoundary() {
            return true;
        }

        @Override
        public Map<String, String> properties(Stage stage) {
            return Map.of("passerelle.pause-at", boundary);
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("pause-at=" + boundary)) {
                return new Evidence(false, "la frontière " + boundary + " n'a pas été atteinte");
            }
            return Victim.NIGHTLY.kill(command, stage.target());
        }
    }

    /** Signal 9 to events inside its answer to RunClosed, half of a partition's results sent and nothing committed. */
    record InsideAnswer(int phase) implements Strike {

        private static final Duration PATIENCE = Duration.ofMinutes(2);

        @Override
        public String name() {
            return "kill-events";
        }

        @Override
        public String when() {
            return "run-closed";
        }

        @Override
        public void prepare(Stage stage) {
            stage.target().events(1).stop();
            stage.target().deployment().eventsProcess(1, Map.of("passerelle.pause-at", "run-closed"));
            stage.target().deployment().eventsReading();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var events = stage.target().events(1);
            Poll.until(PATIENCE, () -> waits(events) || !command.isAlive() || !events.isAlive());
            return waits(events) && events.isAlive()
                    ? Victim.EVENTS.kill(command, stage.target())
                    : new Evidence(false, "RunClosed n'a pas été atteint");
        }

        private static boolean waits(ProgramProcess events) {
            return events.transcript().contains("attend d'être tué");
        }

        /** Once the instance that waits for ever is gone, one that does not takes its place. */
        @Override
        public void heal(Stage stage) {
            stage.target().events(1).killNine();
        }
    }

    /**
     * A server that ends, and is started again, while the nightly job waits inside a transaction with it; then the job goes on.
     *
     * @param signal what ends it: KILL, or QUIT, PostgreSQL's immediate stop
     * @param gate name of the file that holds the job back until it is gone
     */
    record InsideTransaction(String name, Server server, String signal, String boundary, int phase, String gate)
            implements Strike {

        @Override
        public String when() {
            return boundary;
        }

        @Override
        public boolean atBoundary() {
            return true;
        }

        @Override
        public Map<String, String> properties(Stage stage) {
            return Map.of(
                    "passerelle.pause-at",
                    boundary,
                    "passerelle.pause-until",
                    closed(gate(stage)).toString());
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("pause-at=" + boundary)) {
                return new Evidence(false, "la frontière " + boundary + " n'a pas été atteinte");
            }
            var machine = stage.target().machine();
            var pid = machine.process(server).pid();
            var ended = machine.end(server, signal);
            machine.heal();
            var again = machine.process(server).pid();
            open(gate(stage));
            return new Evidence(
                    ended && again != pid,
                    "processus " + pid + ", signal " + signal + ", relancé en " + again + ", transaction ouverte");
        }

        private Path gate(Stage stage) {
            return stage.folder().resolve(gate);
        }

        private static Path closed(Path gate) {
            try {
                return Files.exists(gate) ? gate : Files.createFile(gate);
            } catch (IOException e) {
                throw new LocalFault("Impossible d'écrire " + gate + ".", e);
            }
        }

        private static void open(Path gate) {
            try {
                Files.deleteIfExists(gate);
            } catch (IOException e) {
                throw new LocalFault("Impossible d'effacer " + gate + ".", e);
            }
        }
    }
}
