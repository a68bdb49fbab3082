package fr.passerelle.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher does by itself, without building or starting anything. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("passerelle.root", ""), "passerelle");

    @Test
    void saysHowItIsUsedWhenNothingIsAsked() {
        var outcome = ChildProcesses.run(List.of(LAUNCHER.toString()));

        assertThat(outcome.exit()).isEqualTo(LocalCommand.WRONG_USE);
        assertThat(outcome.output()).contains("Usage", "nightly");
    }

    @Test
    void worksThroughALinkInADirectoryWithSpaces(@TempDir Path directory) throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("un lien"), LAUNCHER);

        var outcome = ChildProcesses.run(List.of(link.toString(), "--help"));

        Files.delete(link);
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).contains("Usage", "nightly");
    }

    @Test
    void readsArgumentsAsUtf8WhateverTheLocale() {
        assertThat(locale("C")).isEqualTo("C.UTF-8");
        assertThat(locale("C.utf8")).isEqualTo("C.utf8");
    }

    private static String locale(String given) {
        var script = "exec 3>&1; export LC_ALL=%s; trap 'echo $LC_ALL >&3' EXIT; . '%s' help > /dev/null"
                .formatted(given, LAUNCHER);
        return ChildProcesses.run(List.of("bash", "-c", script)).output().strip();
    }
}
