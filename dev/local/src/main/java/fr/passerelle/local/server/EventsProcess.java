package fr.passerelle.local.server;

import java.nio.file.Path;
import java.util.List;

/** Passerelle's {@code events} over the servers of a directory: started after them, ended before them. */
public final class EventsProcess {

    private final ServerDirectories layout;

    private EventsProcess(ServerDirectories layout) {
        this.layout = layout;
    }

    /**
     * The process of a directory, as it is.
     *
     * @param var the directory of the servers, which must have been started once
     */
    public static EventsProcess at(Path var) {
        return new EventsProcess(new ServerDirectories(var));
    }

    /**
     * Starts it unless it runs, and waits until it takes records.
     *
     * @param program how, behind the options of Java
     */
    public void start(List<String> program) {
        process(program).start();
    }

    /** Ends it in good order; answers whether it ran. */
    public boolean stop() {
        return process(List.of()).stop();
    }

    /** Ends it as a power cut would (signal 9). */
    public void kill() {
        process(List.of()).kill();
    }

    /** What it does now. */
    public ServerStatus status() {
        return process(List.of()).status();
    }

    private ServerProcess process(List<String> program) {
        var kafka = LocalServers.at(layout.var()).endpoints().administrator();
        return new ServerProcess(layout, new EventsDaemon(layout, program, kafka));
    }
}
