package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ends a process of the night by signal 9, or a server by what is no better. */
sealed interface Kill extends Fault {

    /** Signal 9 at a moment of the night to events, to a server, or to the nightly job where it is null. */
    record OfProcess(@Nullable Server process) implements Kill {

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var reached = Moment.reached(command);
            var evidence = process == null
                    ? program(command)
                    : process == Server.EVENTS
                            ? program(stage.target().events(1))
                            : server(stage.target().servers(), process);
            return new Evidence(evidence.fired(), evidence.what() + ", " + reached);
        }

        private static Evidence server(LocalServers servers, Server server) {
            var before = servers.process(server);
            var ran = before.alive();
            var ended = servers.end(server, "KILL");
            return new Evidence(
                    ran && ended, "processus " + before.pid() + (ended ? ", signal 9, disparu" : " encore là"));
        }
    }

    private static Evidence program(ProgramProcess program) {
        var pid = program.pid();
        var code = program.killNine();
        return new Evidence(code == ProgramProcess.KILLED, "processus " + pid + ", code " + code);
    }

    private static Evidence notReached(String boundary) {
        return new Evidence(false, "la frontière " + boundary + " n'a pas été atteinte");
    }

    /** Signal 9 to the nightly job where it waits at a boundary, as {@code passerelle.pause-at} names it. */
    record AtBoundary(String boundary) implements Kill {

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
            return command.says("pause-at=" + boundary) ? program(command) : notReached(boundary);
        }
    }

    /** Signal 9 to events inside its answer to RunClosed, half of a partition's results sent and nothing committed. */
    record InsideAnswer() implements Kill {

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
                    ? program(events)
                    : new Evidence(false, "RunClosed n'a pas été atteint");
        }

        private static boolean waits(ProgramProcess events) {
            return events.transcript().contains("pause-at=run-closed");
        }

        /** Once the instance that waits for ever is gone, one that does not takes its place. */
        @Override
        public void heal(Stage stage) {
            stage.target().events(1).killNine();
        }
    }

    /** A server that KILL ends, or QUIT, PostgreSQL's immediate stop, and that is started again while a file holds the job back inside a transaction with it. */
    record InsideTransaction(Server server, String signal, String boundary, String gate) implements Kill {

        @Override
        public boolean atBoundary() {
            return true;
        }

        @Override
        public Map<String, String> properties(Stage stage) {
            var closed = gate(stage);
            DiskFault.done(
                    "Impossible d'écrire " + closed, () -> Files.exists(closed) ? closed : Files.createFile(closed));
            return Map.of("passerelle.pause-at", boundary, "passerelle.pause-until", closed.toString());
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("pause-at=" + boundary)) {
                return notReached(boundary);
            }
            var servers = stage.target().servers();
            var pid = servers.process(server).pid();
            var ended = servers.end(server, signal);
            servers.heal();
            var again = servers.process(server).pid();
            DiskFault.delete(gate(stage));
            return new Evidence(
                    ended && again != pid,
                    "processus " + pid + ", signal " + signal + ", relancé en " + again + ", transaction ouverte");
        }

        private Path gate(Stage stage) {
            return stage.target().deployment().directory().resolve(gate);
        }
    }
}
