package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import java.nio.file.Files;
import java.nio.file.Path;

/** Passerelle's {@code events} over the servers of a directory: started after them, ended before them. */
public final class EventsProcess {

    private final ServerProcess process;
    private final Path jar;

    private EventsProcess(ServerDirectories layout, Path jar) {
        var kafka = LocalServers.at(layout.var()).endpoints().administrator();
        this.process = new ServerProcess(layout, new EventsDaemon(layout, jar, kafka));
        this.jar = jar;
    }

    /**
     * The process of a directory, as it is.
     *
     * @param var the directory of the servers, which must have been started once
     * @param jar the program, which only {@link #start()} needs
     */
    public static EventsProcess at(Path var, Path jar) {
        return new EventsProcess(new ServerDirectories(var), jar);
    }

    /** Starts it unless it runs, and waits until it takes records. */
    public void start() {
        if (!Files.exists(jar)) {
            throw new LocalFault(
                    "Le programme events manque (" + jar + ") : construisez-le avec « mvn -q package -DskipTests ».");
        }
        process.start();
    }

    /** Ends it in good order; answers whether it ran. */
    public boolean stop() {
        return process.stop();
    }

    /** Ends it as a power cut would (signal 9). */
    public void kill() {
        process.kill();
    }

    /** What it does now. */
    public ServerStatus status() {
        return process.status();
    }
}
