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
    void listsTheCommandsInFrench() {
        var outcome = ChildProcesses.run(List.of(LAUNCHER.toString(), "--help"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).contains("Usage", "demo", "up", "status", "down", "nightly", "restart", "abandon");
    }

    @Test
    void saysHowItIsUsedWhenNothingIsAsked() {
        assertThat(ChildProcesses.run(List.of(LAUNCHER.toString())).exit()).isEqualTo(LocalCommand.WRONG_USE);
    }

    @Test
    void worksThroughALinkInADirectoryWithSpaces(@TempDir Path directory) throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("un lien"), LAUNCHER);

        var outcome = ChildProcesses.run(List.of(link.toString(), "--help"));

        Files.delete(link);
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void completesCommandsInBash() {
        assertThat(completed("ni")).isEqualTo("nightly");
        assertThat(completed("export sal")).isEqualTo("salles");
        assertThat(completed("replay put")).isEqualTo("put-in-force");
        assertThat(completed("export --pub")).isEqualTo("--public");
        assertThat(completed("--h")).isEqualTo("--help");
        assertThat(completed("mapping init --sh")).isEqualTo("--sheet");
    }

    @Test
    void completesTheValuesThatAnOptionTakes() {
        assertThat(completed("export salles --format geo")).isEqualTo("geojson");
        assertThat(completed("check --table inter")).isEqualTo("intercommunalites");
        assertThat(completed("decide 240200519 acc")).isEqualTo("accepted");
    }

    @Test
    void completesFilesWhereNoWordFits(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("février 2017.csv"));

        assertThat(completed("nightly --attendance janvier.csv " + directory + "/f"))
                .isEqualTo(directory.resolve("février 2017.csv").toString());
        assertThat(completed("bareme check " + directory + "/f")).endsWith("février 2017.csv");
    }

    @Test
    void readsArgumentsAsUtf8WhateverTheLocale() {
        assertThat(locale("C")).isEqualTo("C.UTF-8");
        assertThat(locale("C.utf8")).isEqualTo("C.utf8");
    }

    private static String locale(String given) {
        var script = "exec 3>&1; export LC_ALL=%s; trap 'echo $LC_ALL >&3' EXIT; . '%s' completion > /dev/null"
                .formatted(given, LAUNCHER);
        return ChildProcesses.run(List.of("bash", "-c", script)).output().strip();
    }

    private static String completed(String words) {
        var script =
                "source <('%s' completion); COMP_WORDS=(passerelle %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _passerelle 2> /dev/null; echo \"${COMPREPLY[*]}\""
                        .formatted(LAUNCHER, words);
        return ChildProcesses.run(List.of("bash", "-c", script)).output().strip();
    }
}
