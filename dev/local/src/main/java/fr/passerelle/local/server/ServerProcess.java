package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.Server.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The life of one server: started if it is not there, found again, ended. */
record ServerProcess(ServerDirectories layout, Daemon daemon) {

    /** A machine that does much else at the same time takes long, and who waits sees what is waited for. */
    private static final Duration START_CAP = Duration.ofMinutes(5);

    private static final Duration STOP_CAP = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    /** Its port, once it serves; a running one is kept as it is. */
    int start() {
        var running = pidFile().running();
        if (running.isPresent() && awaitReady(running.get())) {
            return running.get().port();
        }
        stop();
        daemon.prepare();
        return launch(ATTEMPTS);
    }

    /** Between choosing a free port and listening on it another program may take it: then another port is tried. */
    private int launch(int attempts) {
        var log = layout.log(daemon.server());
        var logged = log.toFile().length();
        var entry = launchOnce();
        if (awaitReady(entry)) {
            daemon.opened(entry.port());
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
        throw new LocalFault(daemon.server().label() + what + " : voir " + log + ".");
    }

    private PidFile.Entry launchOnce() {
        var port = daemon.choosePort(layout.port(daemon.server()));
        var mark = ChildProcesses.detach(
                daemon.command(port), daemon.environment(), daemon.directory(), layout.log(daemon.server()));
        var entry = new PidFile.Entry(mark, port);
        pidFile().write(entry);
        return entry;
    }

    private boolean awaitReady(PidFile.Entry entry) {
        return Poll.until(START_CAP, () -> !entry.mark().alive() || ready(entry))
                && entry.mark().alive();
    }

    /** Its own answer: another program may have taken the port first, and answer there. */
    private boolean ready(PidFile.Entry entry) {
        return (entry.port() == 0 || entry.mark().listensOn(entry.port())) && daemon.ready(entry);
    }

    /** Ends it, and any process that this server left unrecorded because its launcher was killed; answers whether there was one. */
    boolean stop() {
        var marks = marks();
        marks.forEach(mark -> end(mark, daemon.server().stopSignal()));
        return !marks.isEmpty();
    }

    private static void end(ProcessMark mark, String signal) {
        mark.signal(signal);
        if (!mark.awaitEnd(STOP_CAP)) {
            mark.signal("KILL");
            mark.awaitEnd(STOP_CAP);
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        running().ifPresent(entry -> end(entry.mark(), "KILL"));
    }

    /** What it does now. */
    Status status() {
        return running()
                .map(entry -> new Status(
                        daemon.server(),
                        entry.mark().pid(),
                        entry.port(),
                        ready(entry),
                        entry.mark().residentMebibytes()))
                .orElse(new Status(daemon.server(), 0, 0, false, 0));
    }

    Optional<PidFile.Entry> running() {
        return pidFile().running();
    }

    private PidFile pidFile() {
        return layout.pidFile(daemon.server());
    }

    /** The recorded process, and one whose launcher was killed before it could record it. */
    private List<ProcessMark> marks() {
        var marker = layout.marker(daemon.server());
        var known = running().map(PidFile.Entry::mark).stream();
        var marked = ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ProcessMark.arguments(pid).stream().anyMatch(marks(marker)))
                .flatMap(pid -> ProcessMark.of(pid).stream());
        return Stream.concat(known, marked).distinct().toList();
    }

    /** As an argument of PostgreSQL, or as a system property of a Java program. */
    private static Predicate<String> marks(String marker) {
        return argument -> argument.equals(marker) || argument.equals("-D" + marker);
    }
}
