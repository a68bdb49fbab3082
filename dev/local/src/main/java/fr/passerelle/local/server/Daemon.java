package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one server is prepared, launched and asked whether it answers. */
interface Daemon {

    Server server();

    /** Makes its data directory the first time, and leaves a finished one alone. */
    default void prepare() {
        try {
            Files.createDirectories(directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs it in the foreground on this port of the loopback address. */
    List<String> command(int port);

    /** What its environment has besides ours: secrets, which a command line would show to everybody. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** The directory it runs in. */
    Path directory();

    /** The port to give it: the one it had, else a free one. */
    default int choosePort(int before) {
        return before != 0 && Ports.isFree(before) ? before : Ports.free();
    }

    /** Whether this very process serves, now. */
    boolean ready(PidFile.Entry entry);

    /** What must be done once it serves, each time. */
    default void opened(int port) {}
}
