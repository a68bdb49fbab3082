package fr.passerelle.demo;

import fr.passerelle.local.LocalCommand;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The servers and events while the demonstration lasts: what ran before it stays, what it started ends with it, by Ctrl-C too. */
final class Workstation implements AutoCloseable {

    private final Path var;
    private final LocalServers servers;
    private final List<Server> before;
    private final PrintWriter progress;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean staying = new AtomicBoolean();

    private Workstation(Path var, PrintWriter progress) {
        this.var = var;
        this.servers = new LocalServers(var);
        this.progress = progress;
        this.before = running();
    }

    /** Starts what does not run, as {@code up} does; where it cannot, what this call had started is ended. */
    static Workstation start(Workspace workspace, PrintWriter progress) {
        Workstation workstation = attended(workspace.var(), progress);
        int code = LocalCommand.commandLine().setOut(progress).execute("up");
        if (code != 0) {
            workstation.close();
            throw new LocalFault("La démonstration n'a pas pu démarrer.");
        }
        return workstation;
    }

    /** The servers of a folder as they are, with what ends those that are started from here when the program is ended. */
    static Workstation attended(Path var, PrintWriter progress) {
        Workstation workstation = new Workstation(var, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(workstation::interrupted, "stop-demo"));
        return workstation;
    }

    Endpoints endpoints() {
        return servers.endpoints();
    }

    /** The address of the console, with a final slash; or that it ended meanwhile. */
    String consoleAddress() {
        int port = servers.status(Server.CONSOLE).port();
        return port == 0 ? "arrêtée, « ./passerelle up » la relance" : "http://127.0.0.1:" + port + "/";
    }

    Path consolePassword() {
        return servers.firstPasswordFile();
    }

    /** Stays until Ctrl-C, which then is the ordinary end: exit code 0. */
    void stay() throws InterruptedException {
        staying.set(true);
        new CountDownLatch(1).await();
    }

    private void interrupted() {
        if (stopOnce() && staying.get()) {
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void close() {
        stopOnce();
    }

    /** Whether it stopped them now. */
    private boolean stopOnce() {
        boolean stops = closed.compareAndSet(false, true);
        if (stops) {
            progress.println("Arrêt de ce que la démonstration a démarré…");
            progress.flush();
            running().reversed().stream()
                    .filter(server -> !before.contains(server))
                    .forEach(servers::stop);
        }
        return stops;
    }

    /** In the order in which they start. */
    private List<Server> running() {
        return Files.isDirectory(var)
                ? Stream.of(Server.values())
                        .filter(server -> servers.status(server).pid() != 0)
                        .toList()
                : List.of();
    }
}
