package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.ChildProcesses.Outcome;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docker-compose.yml describes, really started: our ignore file, image, arguments, environment, roles, volumes, order and health, on
 * base images that stand for the published ones. Where no engine runs, all of it is skipped, and why is said.
 */
@Tag("proof")
@Story.Told
class ComposeIT {

    private static final int NO_DEBIAN = 3;
    private static final int WITH_REJECTS = 3;
    private static final int CONSOLE = 8095;
    private static final Path DIRECTORY = Tree.root().resolve("dev/proof/target/compose");
    private static final String FIRST_PASSWORD = "/var/lib/passerelle/var/secret/console-admin";
    private static final String NIGHT = "nightly --rooms /entrees/salles.csv --attendance /entrees/frequentation.csv"
            + " --intercommunalites /entrees/intercommunalites.csv";

    /** A line of which a cell is refused until somebody writes it in figures. */
    private static final String REFUSED = ";CAS-5;2017-01-01;2017-01-31;MOIS;ATELIER;OUVERT;quatre;;8;;;;\n";

    @TempDir
    private static Path home;

    @SuppressWarnings("NullAway.Init")
    private ContainerEngine engine;

    @SuppressWarnings("NullAway.Init")
    private ComposeStack stack;

    @BeforeAll
    void bringItUp() throws IOException {
        var obstacle = ContainerEngine.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "ComposeIT is skipped: no container engine, " + obstacle.orElse(""));
        var started = ContainerEngine.start(DIRECTORY);
        assumeTrue(started.isPresent(), () -> "ComposeIT is skipped: see " + ContainerEngine.log(DIRECTORY));
        engine = started.orElseThrow();
        var standIns = engine.makeStandIns();
        assumeTrue(standIns.exit() != NO_DEBIAN, "ComposeIT is skipped: Debian's packages are out of reach");
        expected(standIns);
        stack = ComposeStack.in(home, engine);
        copyInputs();
        expected(stack.compose("down --volumes"));

        expected(stack.compose("up -d --build"));
    }

    private void copyInputs() throws IOException {
        for (var name : List.of("salles.csv", "frequentation.csv", "intercommunalites.csv")) {
            Files.copy(Inputs.WORKED.resolve(name), stack.inputs().resolve(name));
        }
    }

    @AfterAll
    void takeItDown() {
        if (stack != null) {
            stack.compose("down --volumes --remove-orphans");
        }
        if (engine != null) {
            engine.close();
        }
    }

    /** What a command printed, which succeeded as it must. */
    private static String expected(Outcome answer) {
        assertThat(answer.exit()).as(answer.output()).isZero();
        return answer.output();
    }

    @Test
    void isHealthyByHttpOnceItIsUp() {
        stack.awaitHealthy("events", 1);
        stack.awaitHealthy("console", 1);

        try (var tunnel = Tunnel.to(engine, CONSOLE)) {
            assertThat(new Visitor(tunnel.home()).status("/actuator/health/liveness"))
                    .isEqualTo(200);
            assertThat(new Visitor(tunnel.home()).status("/actuator/health/readiness"))
                    .isEqualTo(200);
        }
    }

    @Test
    void isHealthyNoMoreWithoutItsDatabase() {
        expected(stack.compose("stop postgresql"));

        assertThat(stack.inside("events", "/opt/passerelle/passerelle health").exit())
                .isEqualTo(1);
        assertThat(stack.inside("console", "/opt/passerelle/passerelle health").exit())
                .isEqualTo(1);

        expected(stack.compose("start postgresql"));
        stack.awaitHealthy("postgresql", 1);
        stack.awaitHealthy("console", 1);
    }

    @Test
    void keepsTheFirstPasswordInAFileThatItsOwnerReadsAndOutOfTheLog() {
        var password = firstPassword();

        assertThat(password).hasSize(24);
        assertThat(expected(stack.inside("console", "stat %s %s", "--format=%a %u", FIRST_PASSWORD)))
                .isEqualTo("600 1000\n");
        assertThat(expected(stack.compose("logs console")))
                .contains(FIRST_PASSWORD)
                .doesNotContain(password);
    }

    private String firstPassword() {
        return expected(stack.inside("console", "cat %s", FIRST_PASSWORD)).strip();
    }

    @Test
    void takesUpTheNightWhoseContainerWasKilled() {
        var pausing = "run --rm --name nuit --env JAVA_TOOL_OPTIONS=-Dpasserelle.pause-at=stage-chunk-1 cli ";
        var night = CompletableFuture.supplyAsync(() -> stack.compose(pausing + NIGHT));
        ComposeStack.await(() -> isAt("stage-chunk-1") || night.isDone());

        expected(engine.run("docker", "kill", "nuit"));
        var killed = night.join();
        var recovered = stack.batch("recover");
        var restarted = stack.batch("restart N-000001");

        assertThat(killed.exit()).as(killed.output()).isEqualTo(ProgramProcess.KILLED);
        assertThat(expected(recovered)).contains("N-000001", "./passerelle restart N-000001");
        assertThat(expected(restarted)).contains("première publication, 7 propositions");
    }

    private boolean isAt(String boundary) {
        return engine.run("docker", "logs", "nuit")
                .output()
                .lines()
                .anyMatch(line -> line.equals("passerelle.pause-at=" + boundary));
    }

    @Test
    void readsRunsWithoutMigratingAndWithoutThePasswordOfWhoMigrates() {
        var before = stack.each("register", "{{.State.FinishedAt}}");
        var environment = stack.compose("run --rm --entrypoint env cli");

        assertThat(expected(stack.batch("runs"))).contains("N-000001");
        assertThat(before).hasSize(1).isEqualTo(stack.each("register", "{{.State.FinishedAt}}"));
        assertThat(expected(environment))
                .contains("PASSERELLE_POSTGRES_USER=passerelle_batch")
                .doesNotContain("MIGRATOR");
    }

    @Test
    void isReachedByTlsAndUnderAnAccountAlone() {
        var open = verify("PASSERELLE_KAFKA_CLIENT_SECURITY_PROTOCOL=PLAINTEXT");
        var stranger = verify("PASSERELLE_KAFKA_USER=personne");
        var bare = verify("PASSERELLE_POSTGRES_URL=jdbc:postgresql://postgresql:5432/passerelle?sslmode=disable");
        var distrustful = verify("PASSERELLE_TRUST_STORE=");

        assertThat(List.of(open.exit(), stranger.exit(), bare.exit(), distrustful.exit()))
                .containsOnly(1);
        assertThat(open.output()).contains("Kafka ne répond pas");
        assertThat(stranger.output()).contains("Kafka ne laisse pas entrer ce compte");
        assertThat(bare.output()).contains("La base PostgreSQL ne répond pas");
        assertThat(distrustful.output()).contains("La base PostgreSQL ne répond pas");
        assertThat(expected(stack.batch("verify"))).contains("Tout concorde");
    }

    private Outcome verify(String setting) {
        return stack.compose("run --rm --env %s cli verify", setting);
    }

    @Test
    void leavesAnExportOnTheHostAndSaysWhereItCannotWrite() {
        var kept = stack.batch("export salles --format csv --output salles.csv");
        var lost = stack.batch("export salles --format csv --output /tmp/salles.csv");

        assertThat(expected(kept)).contains("Écrit : salles.csv");
        assertThat(stack.outputs().resolve("salles.csv")).content().contains("CAS-1");
        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.output())
                .contains("« /tmp/salles.csv » ne peut pas être écrit : vous n'avez pas le droit d'écrire dans ce"
                        + " dossier.");
    }

    @Test
    void sharesTheLogAmongThreeInstances() throws IOException {
        expected(stack.compose("up -d --scale events=3"));

        stack.awaitHealthy("events", 3);
        ComposeStack.await(() -> List.of("1", "2", "3").equals(foldersWithPartitions()));
        var attendance = stack.inputs().resolve("frequentation.csv");
        Files.writeString(attendance, Tree.read(attendance) + REFUSED);
        var night = stack.batch(NIGHT);

        assertThat(night.exit()).as(night.output()).isEqualTo(WITH_REJECTS);
        assertThat(night.output()).contains("Exécution N-000002", "rejetées : 1");
        assertThat(expected(stack.compose("logs events"))).doesNotContain("already locked by another process");
    }

    /** The folders of the instances that hold the state of a partition. */
    private List<String> foldersWithPartitions() {
        return stack.inside(
                        "events",
                        "sh -c %s",
                        "cd /var/lib/passerelle/events; ls -d */passerelle/*/passerelle.events/0_* | cut -d/ -f1 |"
                                + " sort -u")
                .output()
                .lines()
                .toList();
    }

    @Test
    void takesUpTheRowsThatWereRefusedFromTheFolderOfOutputs() throws IOException {
        expected(stack.batch("rejects --csv rejets.csv"));
        var rejects = stack.outputs().resolve("rejets.csv");
        Files.writeString(rejects, Tree.read(rejects).replace(";quatre;", ";4;"));

        var resubmitted = stack.batch("rejects --resubmit rejets.csv");

        assertThat(expected(resubmitted)).contains("Exécution N-000003", "Lignes lues : 1 · acceptées : 1");
    }

    @Test
    void fitsInItsMemory() {
        assertThat(List.of("postgresql", "kafka", "registre", "events", "console"))
                .flatMap(service -> stack.each(service, "{{.HostConfig.Memory}} {{.State.OOMKilled}}"))
                .hasSize(7)
                .allMatch(answer -> answer.matches("[1-9]\\d* false"));
    }

    @Test
    void startsAnOperationFromAPage() {
        try (var tunnel = Tunnel.to(engine, CONSOLE)) {
            var administrator = Visitor.settled(tunnel.home(), "admin", firstPassword(), "quatre mots sans lien");

            administrator.fill("/executions/N-000002/gestes/relever", Map.of("motif", "essai en conteneur"));

            ComposeStack.await(() -> administrator
                    .get("/operations/courante")
                    .body()
                    .contains("Rien à reprendre : aucune exécution interrompue"));
        }
    }

    @Test
    void holdsAfterItWasTakenDownAndUp() {
        expected(stack.compose("down"));
        expected(stack.compose("up -d"));
        stack.awaitHealthy("events", 1);

        var verified = stack.batch("verify --deep");

        assertThat(verified.exit()).as(verified.output()).isZero();
        assertThat(expected(stack.batch("runs"))).contains("N-000001", "N-000002");
    }

    @Test
    void callsADatabaseWhoseFirstInitialisationFailedUnhealthy() throws IOException {
        expected(stack.compose("stop"));
        var failing = home.resolve("roles.sh");
        Files.writeString(failing, "#!/usr/bin/env bash\nexit 1\n");
        Files.setPosixFilePermissions(failing, PosixFilePermissions.fromString("rwxr-xr-x"));
        var override = home.resolve("failing.yml");
        Files.writeString(override, """
            services:
              postgresql:
                volumes: ["%s:/docker-entrypoint-initdb.d/roles.sh:ro"]
            """.formatted(failing));
        var broken = stack.with(override, "broken");
        expected(broken.compose("up -d postgresql"));

        ComposeStack.await(() -> broken.inside("postgresql", "pg_isready --quiet --host=127.0.0.1")
                        .exit()
                == 0);
        var checks = "{{len .State.Health.Log}}";
        int before = Integer.parseInt(broken.each("postgresql", checks).getFirst());
        ComposeStack.await(
                () -> Integer.parseInt(broken.each("postgresql", checks).getFirst()) >= Math.min(5, before + 2));

        assertThat(broken.each("postgresql", "{{.State.Health.Status}}")).doesNotContain("healthy");
        expected(broken.compose("down --volumes"));
    }

    @Test
    void wasAllDoneAsTheGuideSays() {
        var guide = Guidebook.at(Tree.root().resolve("docs/operators.md")).section("## En conteneurs");

        assertThat(guide.commands().stream()
                        .map(Guidebook.Command::line)
                        .filter(line -> line.startsWith("docker-compose")))
                .hasSize(12)
                .isSubsetOf(stack.typed());
    }

    /** A port of this machine that leads to one inside the network of an engine: each connection is carried by a process that is in there. */
    private static final class Tunnel implements AutoCloseable {

        private final ServerSocket entrance;
        private final List<String> carrier;

        private Tunnel(ServerSocket entrance, List<String> carrier) {
            this.entrance = entrance;
            this.carrier = carrier;
        }

        static Tunnel to(ContainerEngine engine, int port) {
            var carrier =
                    engine.inside("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port + "; cat <&3 & cat >&3; kill %1");
            var entrance = PrivateFiles.unchecked(() -> new ServerSocket(0, 16, InetAddress.getLoopbackAddress()));
            var tunnel = new Tunnel(entrance, carrier);
            Thread.ofVirtual().start(tunnel::accept);
            return tunnel;
        }

        URI home() {
            return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + "/");
        }

        private void accept() {
            while (!entrance.isClosed()) {
                try {
                    carry(entrance.accept());
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void carry(Socket visitor) throws IOException {
            var process = new ProcessBuilder(carrier)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofVirtual().start(() -> copy(visitor, process, true));
            Thread.ofVirtual().start(() -> copy(visitor, process, false));
        }

        /** One direction, until either end closes; then the other ends too. */
        private static void copy(Socket visitor, Process process, boolean in) {
            try (visitor;
                    var from = in ? visitor.getInputStream() : process.getInputStream();
                    var to = in ? process.getOutputStream() : visitor.getOutputStream()) {
                var buffer = new byte[8192];
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } catch (IOException closed) {
                process.destroy();
            }
        }

        @Override
        public void close() {
            PrivateFiles.unchecked(() -> {
                entrance.close();
                return entrance;
            });
        }
    }

    /** What docker-compose.yml describes, over folders of a test's own; the file of passwords is filled in as people do. */
    private static final class ComposeStack {

        /** The account of the host that dev/docker/env.example gives. */
        private static final int OWNER = 1000;

        private static final Duration PATIENCE = Duration.ofMinutes(6);
        private static final Duration A_MOMENT = Duration.ofSeconds(1);

        private final ContainerEngine engine;
        private final Path home;
        private final List<String> compose;
        private final List<String> typed = new ArrayList<>();

        private ComposeStack(ContainerEngine engine, Path home, List<String> options) {
            this.engine = engine;
            this.home = home;
            this.compose =
                    new ArrayList<>(List.of("docker-compose", "--ansi", "never", "--env-file", env().toString()));
            this.compose.addAll(options);
        }

        /** In a folder of the host that holds the inputs and the outputs. */
        static ComposeStack in(Path home, ContainerEngine engine) {
            return PrivateFiles.unchecked(() -> {
                Files.createDirectories(home.resolve("entrees"));
                Files.setAttribute(Files.createDirectories(home.resolve("sorties")), "unix:uid", OWNER);
                var example = Tree.read(Tree.root().resolve("dev/docker/env.example"));
                Tree.write(home.resolve("env"), example.replace("=\n", "=un-secret\n"));
                return new ComposeStack(engine, home, List.of());
            });
        }

        /** The same description with another over it, as a project of its own. */
        ComposeStack with(Path override, String project) {
            var described = Tree.root().resolve("docker-compose.yml").toString();
            return new ComposeStack(
                    engine,
                    home,
                    List.of("--project-name", project, "--file", described, "--file", override.toString()));
        }

        private Path env() {
            return home.resolve("env");
        }

        Path inputs() {
            return home.resolve("entrees");
        }

        Path outputs() {
            return home.resolve("sorties");
        }

        /** Runs docker-compose, as a person does from the root of the repository. */
        Outcome compose(String line, Object... values) {
            var folders = Map.of(
                    "PASSERELLE_ENTREES",
                    inputs().toString(),
                    "PASSERELLE_SORTIES",
                    outputs().toString());
            var arguments = Deployments.words(line, values);
            typed.add("docker-compose " + String.join(" ", arguments));
            return engine.run(
                    folders,
                    PATIENCE,
                    Stream.concat(compose.stream(), arguments.stream()).toArray(String[]::new));
        }

        /** All that was run so far, as a person types it. */
        List<String> typed() {
            return List.copyOf(typed);
        }

        /** Runs a command of cli, in a container that is gone afterwards. */
        Outcome batch(String line) {
            return compose("run --rm cli " + line);
        }

        /** Runs a command in a container that is up. */
        Outcome inside(String service, String line, Object... values) {
            return compose("exec " + service + " " + line, values);
        }

        /** What docker says of each container of a service, ended ones too. */
        List<String> each(String service, String format) {
            return expected(compose("ps --all --quiet %s", service))
                    .lines()
                    .map(id -> expected(engine.run("docker", "inspect", "--format", format, id))
                            .strip())
                    .toList();
        }

        /** Waits until so many containers of a service are healthy. */
        void awaitHealthy(String service, int count) {
            var healthy = Collections.nCopies(count, "healthy");
            await(() -> each(service, "{{.State.Health.Status}}").equals(healthy));
        }

        /** Waits for what only a question to the engine tells. */
        static void await(BooleanSupplier condition) {
            Waiting.until(A_MOMENT, condition);
        }
    }

    /**
     * A Docker engine of this test's own, in a network and a tree of processes of its own. Its images stay in its directory, so that a second
     * run makes none anew; whatever it runs ends with it.
     */
    static final class ContainerEngine implements AutoCloseable {

        private static final List<String> TOOLS =
                List.of("dockerd", "docker", "docker-compose", "debootstrap", "ip", "unshare", "nsenter", "setpriv");

        private static final Duration PATIENCE = Duration.ofMinutes(2);
        private static final Duration PATIENCE_WITH_IMAGES = Duration.ofMinutes(15);
        private static final Path SCRIPTS = Tree.root().resolve("dev/proof/src/test/resources/compose");

        private final Path directory;
        private final Process process;

        private ContainerEngine(Path directory, Process process) {
            this.directory = directory;
            this.process = process;
        }

        /** What keeps an engine from running on this machine; empty where nothing is known to. */
        static Optional<String> obstacle() {
            var missing = TOOLS.stream()
                    .filter(tool -> !works("bash", "-c", "PATH=$PATH:/usr/sbin:/sbin; command -v " + tool))
                    .toList();
            if (!missing.isEmpty()) {
                return Optional.of("not installed here: " + String.join(", ", missing));
            }
            if (!works("docker", "buildx", "version")) {
                return Optional.of("not installed here: docker-buildx");
            }
            return works("unshare", "--net", "--mount", "--pid", "--fork", "true")
                    ? Optional.empty()
                    : Optional.of("namespaces of one's own are not allowed here (root is needed)");
        }

        private static boolean works(String... command) {
            return ChildProcesses.run(List.of(command), Tree.root()).exit() == 0;
        }

        /** Starts it; answers nothing, and leaves a log, where the machine does not let it run. */
        static Optional<ContainerEngine> start(Path directory) {
            return PrivateFiles.unchecked(() -> {
                Files.createDirectories(directory);
                var process = new ProcessBuilder(SCRIPTS.resolve("engine.sh").toString(), directory.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log(directory).toFile())
                        .start();
                var engine = new ContainerEngine(directory, process);
                Waiting.until(() -> engine.run("docker", "version").exit() == 0 || !process.isAlive());
                return process.isAlive() ? Optional.of(engine) : Optional.empty();
            });
        }

        static Path log(Path directory) {
            return directory.resolve("engine.log");
        }

        /** Makes the images that our files start from; answers as stand-ins.sh does. */
        Outcome makeStandIns() {
            return run(
                    Map.of(),
                    PATIENCE_WITH_IMAGES,
                    SCRIPTS.resolve("stand-ins.sh").toString(),
                    Tree.root().resolve("dev/local/target").toString(),
                    postgresql().toString(),
                    directory.toString());
        }

        private Path postgresql() {
            return PrivateFiles.unchecked(() -> {
                try (var binaries = ContainerEngine.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
                    return Files.write(
                            directory.resolve("postgresql.txz"),
                            Objects.requireNonNull(binaries).readAllBytes());
                }
            });
        }

        /** Runs a command to its end, with this engine as Docker's. */
        Outcome run(String... command) {
            return run(Map.of(), PATIENCE, command);
        }

        /** The same, with more of an environment and another patience. */
        Outcome run(Map<String, String> environment, Duration patience, String... command) {
            var all = new HashMap<>(environment);
            all.put("DOCKER_HOST", "unix://" + directory.resolve("engine.sock"));
            return ChildProcesses.run(List.of(command), Tree.root(), all, patience);
        }

        /** A command that runs inside its network. */
        List<String> inside(String... command) {
            var engine = process.toHandle().children().findFirst().orElseThrow();
            return Stream.concat(Stream.of("nsenter", "--target", "" + engine.pid(), "--net"), Stream.of(command))
                    .toList();
        }

        /** Ends it in good order, its containers with it. */
        @Override
        public void close() {
            process.toHandle().children().forEach(ProcessHandle::destroy);
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
