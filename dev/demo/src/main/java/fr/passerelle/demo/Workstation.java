package fr.passerelle.demo;

import fr.passerelle.local.LocalCommand;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.server.ConsoleProcess;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.local.server.Server.Status;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The servers and events while the demonstration lasts: what ran before it stays, what it started ends with it, by Ctrl-C too. */
final class Workstation implements AutoCloseable {

    private final Workspace workspace;
    private final List<Server> before;
    private final PrintWriter progress;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean staying = new AtomicBoolean();
    private final Thread onInterrupt = new Thread(this::interrupted, "stop-demo");

    private Workstation(Workspace workspace, PrintWriter progress) {
        this.workspace = workspace;
        this.progress = progress;
        this.before = running(workspace);
    }

    /**
     * Starts what does not run, as {@code up} does and with its progress lines.
     *
     * @throws LocalFault when it could not; what this call had started is ended
     */
    static Workstation start(Workspace workspace, PrintWriter progress) {
        Workstation workstation = new Workstation(workspace, progress);
        Runtime.getRuntime().addShutdownHook(workstation.onInterrupt);
        int code = LocalCommand.commandLine().setOut(progress).execute("up");
        if (code != 0) {
            workstation.close();
            throw new LocalFault("La démonstration n'a pas pu démarrer.");
        }
        return workstation;
    }

    Endpoints endpoints() {
        return LocalServers.at(workspace.var()).endpoints();
    }

    /** The address of the console, with a final slash; or that it ended meanwhile. */
    String consoleAddress() {
        int port = console(workspace).status().port();
        return port == 0 ? "arrêtée, « ./passerelle up » la relance" : "http://127.0.0.1:" + port + "/";
    }

    /** The file that keeps the password of its first account. */
    Path consolePassword() {
        return console(workspace).firstPasswordFile();
    }

    /** Stays until Ctrl-C, which then is the ordinary end: exit code 0. */
    void stay() throws InterruptedException {
        staying.set(true);
        new CountDownLatch(1).await();
    }

    private void interrupted() {
        stopOnce();
        if (staying.get()) {
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void close() {
        stopOnce();
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }

    private void stopOnce() {
        if (closed.compareAndSet(false, true)) {
            progress.println("Arrêt de ce que la démonstration a démarré…");
            progress.flush();
            running(workspace).reversed().stream()
                    .filter(server -> !before.contains(server))
                    .forEach(this::stop);
        }
    }

    private void stop(Server server) {
        switch (server) {
            case EVENTS -> EventsProcess.at(workspace.var()).stop();
            case CONSOLE -> console(workspace).stop();
            default -> LocalServers.at(workspace.var()).stop(server);
        }
    }

    private static ConsoleProcess console(Workspace workspace) {
        return ConsoleProcess.at(workspace.var());
    }

    /** In the order in which they start. */
    private static List<Server> running(Workspace workspace) {
        if (!Files.isDirectory(workspace.var())) {
            return List.of();
        }
        List<Status> servers = LocalServers.at(workspace.var()).status();
        Status events = EventsProcess.at(workspace.var()).status();
        return Stream.concat(
                        servers.stream(), Stream.of(events, console(workspace).status()))
                .filter(status -> status.pid() != 0)
                .map(Status::server)
                .toList();
    }
}
