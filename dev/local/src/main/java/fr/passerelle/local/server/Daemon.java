package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.Server.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One server: how it is prepared, launched and asked whether it answers; started if it is not there, found again, ended. */
interface Daemon {

    /** A machine that does much else at the same time takes long, and who waits sees what is waited for. */
    Duration START_CAP = Duration.ofMinutes(5);

    Duration STOP_CAP = Duration.ofSeconds(20);
    int ATTEMPTS = 3;

    Server server();

    /** Makes its data directory the first time, and leaves a finished one alone. */
    default void prepare() {
        PrivateFiles.unchecked(() -> Files.createDirectories(directory()));
    }

    /** The command that runs it in the foreground on this port of the loopback address. */
    List<String> command(int port);

    /** What its environment has besides ours: secrets, which a command line would show to everybody. */
    default Map<String, String> environment() {
        return Map.of();
    }

    ServerDirectories layout();

    /** The directory it runs in, which also holds its data. */
    default Path directory() {
        return layout().data(server());
    }

    /** The port to give it: the one it had, else a free one. */
    default int choosePort(int before) {
        return before != 0 && Ports.isFree(before) ? before : Ports.free();
    }

    /** Whether this very process serves, now. */
    boolean ready(PidFile.Entry entry);

    /** What must be done once it serves, each time. */
    default void opened(int port) {}

    /** Its port, once it serves; a running one is kept as it is. */
    default int start() {
        var running = running();
        if (running.isPresent() && awaitReady(running.get())) {
            return running.get().port();
        }
        stop();
        prepare();
        return launch(ATTEMPTS);
    }

    /** Between choosing a free port and listening on it another program may take it: then another port is tried. */
    private int launch(int attempts) {
        var log = layout().log(server());
        var logged = log.toFile().length();
        var entry = launchOnce();
        if (awaitReady(entry)) {
            opened(entry.port());
            return entry.port();
        }
        var what = entry.mark().alive()
                ? " ne répond pas après " + START_CAP.toMinutes() + " minutes"
                : " s'est arrêté en démarrant";
        stop();
        if (attempts > 1
                && PrivateFiles.unchecked(() -> PrivateFiles.since(log, logged)).contains("ddress already in use")) {
            return launch(attempts - 1);
        }
        throw new LocalFault(server().label() + what + " : voir " + log + ".");
    }

    private PidFile.Entry launchOnce() {
        var port = choosePort(layout().port(server()));
        var mark = ChildProcesses.detach(command(port), environment(), directory(), layout().log(server()));
        var entry = new PidFile.Entry(mark, port);
        layout().pidFile(server()).write(entry);
        return entry;
    }

    private boolean awaitReady(PidFile.Entry entry) {
        return Poll.until(START_CAP, () -> !entry.mark().alive() || serves(entry))
                && entry.mark().alive();
    }

    /** Its own answer: another program may have taken the port first, and answer there. */
    private boolean serves(PidFile.Entry entry) {
        return (entry.port() == 0 || entry.mark().listensOn(entry.port())) && ready(entry);
    }

    /** Ends it, and any process that this server left unrecorded because its launcher was killed; answers whether there was one. */
    default boolean stop() {
        var marks = marks();
        marks.forEach(this::end);
        return !marks.isEmpty();
    }

    private void end(ProcessMark mark) {
        mark.signal(server().stopSignal());
        if (!mark.awaitEnd(STOP_CAP)) {
            mark.signal("KILL");
            mark.awaitEnd(STOP_CAP);
        }
    }

    default Status status() {
        return running()
                .map(entry -> new Status(
                        server(),
                        entry.mark().pid(),
                        entry.port(),
                        serves(entry),
                        entry.mark().residentMebibytes()))
                .orElse(new Status(server(), 0, 0, false, 0));
    }

    default Optional<PidFile.Entry> running() {
        return layout().pidFile(server()).running();
    }

    /** The recorded process, and one whose launcher was killed before it could record it. */
    private List<ProcessMark> marks() {
        var marker = layout().marker(server());
        var known = running().map(PidFile.Entry::mark).stream();
        // As an argument of PostgreSQL, or as a system property of a Java program.
        var marked = ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ProcessMark.arguments(pid).stream()
                        .anyMatch(argument -> argument.equals(marker) || argument.equals("-D" + marker)))
                .flatMap(pid -> ProcessMark.of(pid).stream());
        return Stream.concat(known, marked).distinct().toList();
    }

    /** Where everything lies under the directory of the servers. */
    record ServerDirectories(Path var) {

        public ServerDirectories {
            var = var.toAbsolutePath().normalize();
        }

        Path data(Server server) {
            return var.resolve(server.id());
        }

        Path log(Server server) {
            return var.resolve("log").resolve(server.id() + ".log");
        }

        PidFile pidFile(Server server) {
            return new PidFile(var.resolve("run").resolve(server.id() + ".properties"));
        }

        /** The port that it was last started on, 0 before. */
        int port(Server server) {
            return pidFile(server).read().map(PidFile.Entry::port).orElse(0);
        }

        Path secrets() {
            return var.resolve("secret");
        }

        PostgresqlAccess access() {
            return new PostgresqlAccess(secrets());
        }

        Path clientConfiguration() {
            return var.resolve("passerelle.properties");
        }

        /** What kcat is told to read Kafka as the analysts do. */
        Path kcatConfiguration() {
            return secrets().resolve("kcat.conf");
        }

        /** An argument by which a process is recognised as this server of this directory, whatever the pid file says and the locale is. */
        String marker(Server server) {
            return "passerelle.server=" + data(server).toUri().toASCIIString().replaceFirst("/$", "");
        }
    }

    /** Asking a server whether it serves. One that is busy is waited for: it is not one that does not answer. */
    final class Probe {

        static final Duration CAP = Duration.ofSeconds(20);

        private Probe() {}

        /** Whether this address of the loopback answers a plain GET with 200. */
        static boolean answers(int port, String path) {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(CAP)
                    .build();
            return isYes(() -> {
                try (var client = HttpClient.newBuilder().connectTimeout(CAP).build()) {
                    return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
                }
            });
        }

        interface Question {
            boolean ask() throws IOException, SQLException, ExecutionException, TimeoutException, InterruptedException;
        }

        /** Whether the answer is yes; one who cannot answer does not serve yet. */
        static boolean isYes(Question question) {
            try {
                return question.ask();
            } catch (IOException | SQLException | ExecutionException | TimeoutException notYet) {
                return false;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
