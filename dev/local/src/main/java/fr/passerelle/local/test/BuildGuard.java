package fr.passerelle.local.test;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.LocalServers;
import java.nio.file.Path;
import java.time.Duration;

/** A process that waits for a build to be gone, by end or by kill, and then ends its servers. */
final class BuildGuard {

    private static final Duration ANY_LENGTH = Duration.ofDays(7);

    private BuildGuard() {}

    /** Arguments: the build's process id, its birth, the directory of the servers. */
    public static void main(String[] arguments) {
        var build = new ProcessMark(Long.parseLong(arguments[0]), arguments[1]);
        Poll.until(ANY_LENGTH, () -> !build.alive());
        LocalServers.at(Path.of(arguments[2])).stop();
    }
}
