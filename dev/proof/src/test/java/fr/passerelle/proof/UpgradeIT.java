package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade with data in place, by the operators' guide: the programs of an earlier commit publish a night, and somebody works in their
 * console; those of today take over the same servers' data, and nothing that was published or done is lost or changed.
 */
@Tag("proof")
class UpgradeIT {

    /** The one at which the migrations of today begin. */
    private static final String EARLIER = "397e13bf";

    private static final Guidebook GUIDE = Guidebook.at(Tree.root().resolve("docs/operators.md"));
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(15), Duration.ofMinutes(1));
    private static final Pattern HOME = Pattern.compile("Console : (http\\S+)");

    /** What checks code, and what only that needs, was run when the commit landed: without it, it is built in half of the time. */
    static final String UNCHECKED =
            "sed -i -e '/-Xplugin:ErrorProne/d' -e '/<arg>-J/d' -e 's/<fork>true/<fork>false/' pom.xml";

    private static final String BUILD = "mvn -q --batch-mode -T2 -pl cli,events,console,dev/local -am package"
            + " -Dmaven.test.skip=true && mkdir -p dev/{demo,faults,bench}/target/classes";

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasPublishedAndWhatWasDone() {
        assumeTrue(
                ChildProcesses.run(List.of("git", "cat-file", "-e", EARLIER + "^{tree}"), Tree.root())
                                .exit()
                        == 0,
                "A history that goes back to " + EARLIER);
        var before = Terminal.in(folder, built(folder.resolve("earlier")));
        var now = Terminal.in(folder, Tree.root());
        var nuit = String.join(" ", Inputs.extract().subList(1, Inputs.extract().size()));
        var data = "dev/demo/data";
        before.means(
                "NUIT",
                nuit.replace(
                        Tree.root().resolve(data).toString(),
                        folder.resolve("earlier").resolve(data).toString()));
        now.means("NUIT", nuit);

        try {
            work(before);
            var hash = before.currentHash();
            before.follow(GUIDE.section("### Avec l'ancienne version"));
            var printed = now.follow(GUIDE.section("### Avec la nouvelle version"));

            assertThat(String.join(" ", printed))
                    .containsPattern(
                            "0 proposition ajoutée, 0 retirée, 0 modifiée, 1[0-9]{2} sans changement de conclusion");
            assertThat(now.currentHash()).isEqualTo(hash);
            assertThat(printed)
                    .anyMatch(line -> line.matches(".*registre des gestes +concorde +[2-9] lignes.*"))
                    .anyMatch(line -> line.contains("ACCOUNT_CREATED"));
        } finally {
            now.run("./passerelle down", 0);
        }
    }

    /** A night is published, somebody signs in and opens an account. */
    private static void work(Terminal before) {
        var up = HOME.matcher(before.run("./passerelle up", 0).output());
        assertThat(up.find()).isTrue();
        before.run("./passerelle nightly NUIT", 3);
        var password = before.run("cat var/secret/console-admin", 0).output().strip();
        var admin = Visitor.settled(URI.create(up.group(1)), ConsoleSystem.ADMIN, password, "quatre mots bien à soi");
        assertThat(admin.fill("/comptes", Map.of("login", "agent", "role", "LECTEUR"))
                        .statusCode())
                .isEqualTo(200);
    }

    private Path built(Path tree) {
        var line = "mkdir -p " + tree + " && git archive " + EARLIER + " | tar x -C " + tree + " && cd " + tree + " && "
                + UNCHECKED + " && " + BUILD;
        var build = ProgramProcess.start(
                new ProcessBuilder("bash", "-o", "pipefail", "-c", line)
                        .directory(Tree.root().toFile()),
                folder.resolve("build"),
                PATIENCE);
        assertThat(build.end()).as(build.transcript()).isZero();
        return tree;
    }
}
