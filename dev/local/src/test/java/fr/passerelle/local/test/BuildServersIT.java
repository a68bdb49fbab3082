package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays of a build that was killed. */
@Tag("proof")
class BuildServersIT {

    /** Three servers end one after the other, each capped at half a minute where the machine is loaded. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void endsTheServersOfABuildThatWasKilled(@TempDir Path directory) throws IOException {
        var build =
                ProcessMark.of(new ProcessBuilder("sleep", "600").start().pid()).orElseThrow();
        BuildServers.watch(build, directory);
        var servers = LocalServers.start(directory);

        build.signal("KILL");

        assertThat(Poll.until(PATIENCE, () -> servers.status().stream().allMatch(server -> server.pid() == 0)))
                .as("still there: %s; the guard says: %s", servers.status(), said(directory))
                .isTrue();
    }

    private static String said(Path directory) throws IOException {
        return Files.readString(directory.resolve("log").resolve("guard.log"));
    }
}
