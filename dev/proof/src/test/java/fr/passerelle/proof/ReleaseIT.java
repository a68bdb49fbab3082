package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.test.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive that is installed: built twice it is the same to the byte, its checksums hold, systemd takes its units, and what they start, its
 * secrets in files, publishes a night.
 */
@Tag("proof")
@Story
class ReleaseIT {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(15), Duration.ofMinutes(1));
    private static final String BUILD =
            "mvn -q --batch-mode -Prelease -pl dev/release -am package -Dmaven.test.skip=true";

    /** Of another number, without a name, in a namespace where all files are theirs. */
    private static final String SOMEBODY = "unshare -U --map-user=4242 --map-group=4242 ";

    private static final String HOME = System.getProperty("user.home");

    /** What is in the repository, also where only its files are. */
    private static final String SOURCES = "git ls-files -z 2>/dev/null || find . \\( -name target -o -name var -o -name"
            + " node_modules -o -name .git \\) -prune -o -type f -print0";

    private static final String INSTALLED = "/opt/passerelle";
    private static final String SECRET = ".password";

    private Path folder;

    private Path archive;
    private Path home;

    @BeforeAll
    void build(@TempDir Path own) {
        folder = own;
        archive = built("one", "umask 022 && " + BUILD, Map.of("TZ", "Europe/Paris"));
        home = folder.resolve("opt/passerelle");
        shell(folder, "mkdir -p opt/passerelle && tar xzf " + archive + " --strip-components=1 -C opt/passerelle");
    }

    @Test
    void isTheSameToTheByteInAnotherFolderByAnotherPersonAndInAnotherTimeZone() throws IOException {
        var other = built(
                "another/folder",
                "umask 077 && " + SOMEBODY + BUILD,
                Map.of(
                        "TZ",
                        "Pacific/Auckland",
                        "LC_ALL",
                        "C",
                        "MAVEN_OPTS",
                        "-Duser.name=somebody -Duser.home=" + HOME));

        assertThat(Files.mismatch(archive, other)).isEqualTo(-1);
    }

    @Test
    void namesWhatItHolds() {
        assertThat(shell(home, "sha256sum --quiet -c SHA256SUMS && wc -l < SHA256SUMS"))
                .isEqualTo(shell(home, "find . -type f ! -name SHA256SUMS | wc -l"));
        assertThat(shell(folder, "tar tvzf " + archive).lines()).allMatch(line -> line.contains(" root/root "));
        assertThat(Tree.read(home.resolve("sbom.json")))
                .contains("\"bomFormat\" : \"CycloneDX\"", "kafka-streams", "spring-batch-core", "thymeleaf");
    }

    @Test
    void hasUnitsThatSystemdTakes() {
        shell(
                folder,
                "mkdir -p usr/lib/systemd etc/systemd && cp -r /usr/lib/systemd/system usr/lib/systemd/"
                        + " && cp -r opt/passerelle/systemd etc/systemd/system");

        assertThat(shell(
                        folder,
                        "systemd-analyze --root=. verify $(ls etc/systemd/system | grep -E '(service|timer)$')"))
                .isEmpty();
        assertThat(shell(
                        folder,
                        "for unit in events console night register; do systemd-analyze security --offline=true --root=."
                                + " --threshold=25 passerelle-$unit.service > /dev/null && echo $unit; done"))
                .isEqualTo("events\nconsole\nnight\nregister");
    }

    @Test
    void publishesANightWithItsSecretsInFiles() throws IOException {
        var environment = environment(TestServers.fresh("release").properties());

        assertThat(started("register", environment).end()).isZero();
        var events = started("events", environment);
        var night = started("night", environment);
        int exit = night.end();
        var runs = ProgramProcess.start(
                command(List.of(home + "/passerelle", "cli", "runs"), environment), folder.resolve("runs"), PATIENCE);

        assertThat(exit).as(night.transcript()).isEqualTo(3);
        assertThat(runs.end()).isZero();
        assertThat(runs.output()).contains("N-000001", "publiée");
        assertThat(events.stop()).isTrue();
    }

    private Path built(String name, String build, Map<String, String> environment) {
        var copy = folder.resolve(name);
        shell(Tree.root(), "mkdir -p " + copy + " && (" + SOURCES + ") | tar c --null -T - | tar x -C " + copy);
        var command = new ProcessBuilder("bash", "-c", UpgradeIT.UNCHECKED + " && " + build).directory(copy.toFile());
        command.environment().putAll(environment);
        var process = ProgramProcess.start(command, folder.resolve(copy.getFileName() + "-build"), PATIENCE);
        assertThat(process.end()).as(process.transcript()).isZero();
        return Path.of(shell(copy, "ls $PWD/dev/release/target/passerelle-*.tar.gz"));
    }

    /** Settings in a file, secrets each in its own, as the units give them. */
    private Map<String, String> environment(Map<String, String> properties) throws IOException {
        var secrets = Files.createDirectories(folder.resolve("secrets"));
        var settings = new StringBuilder();
        for (var property : properties.entrySet()) {
            if (property.getKey().endsWith(SECRET)) {
                Files.writeString(secrets.resolve(property.getKey()), property.getValue());
            } else {
                settings.append(property.getKey())
                        .append('=')
                        .append(property.getValue())
                        .append('\n');
            }
        }
        var state = Files.createDirectories(folder.resolve("state"));
        return Map.of(
                "PASSERELLE_CONFIG",
                        Files.writeString(folder.resolve("settings.properties"), settings)
                                .toString(),
                "CREDENTIALS_DIRECTORY", secrets.toString(),
                "PASSERELLE_STATE", state.toString(),
                "PASSERELLE_VAR", state.toString(),
                "PASSERELLE_STREAM_STATEDIR", state.resolve("events").toString(),
                "NUIT", night());
    }

    /** The demonstration's files, in the words of the example. */
    private String night() {
        return Tree.read(home.resolve("etc/nuit"))
                .lines()
                .filter(line -> line.startsWith("NUIT="))
                .findFirst()
                .orElseThrow()
                .substring("NUIT=".length())
                .replace("/var/lib/passerelle/entrees", Tree.root() + "/dev/demo/data");
    }

    /** What a unit starts, where this archive is. */
    private ProgramProcess started(String unit, Map<String, String> environment) {
        var words = Tree.read(home.resolve("systemd/passerelle-" + unit + ".service"))
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .flatMap(line ->
                        Arrays.stream(line.substring("ExecStart=".length()).split(" ")))
                .flatMap(word -> word.equals("$NUIT")
                        ? Arrays.stream(environment.getOrDefault("NUIT", "").split(" "))
                        : Stream.of(word.replace(INSTALLED, home.toString())))
                .toList();
        return ProgramProcess.start(command(words, environment), folder.resolve(unit), PATIENCE);
    }

    private ProcessBuilder command(List<String> words, Map<String, String> environment) {
        var command = new ProcessBuilder(words).directory(folder.toFile());
        command.environment().putAll(environment);
        return command;
    }

    private static String shell(Path directory, String line) {
        var outcome = ChildProcesses.run(List.of("bash", "-o", "pipefail", "-c", line), directory);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        return outcome.output().strip();
    }
}
