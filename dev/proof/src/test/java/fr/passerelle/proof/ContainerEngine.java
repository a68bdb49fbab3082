package fr.passerelle.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Docker engine of this test's own, in a network and a tree of processes of its own. Its images stay in its directory, so that a second
 * run makes none anew; whatever it runs ends with it.
 */
final class ContainerEngine implements AutoCloseable {

    /** What Debian calls them: docker.io, docker-cli, docker-compose, docker-buildx, debootstrap, iproute2, util-linux. */
    private static final List<String> TOOLS =
            List.of("dockerd", "docker", "docker-compose", "debootstrap", "ip", "unshare", "nsenter", "setpriv");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path SCRIPTS = Tree.root().resolve("dev/proof/src/test/resources/compose");

    private final Path directory;
    private final Process process;

    private ContainerEngine(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** What keeps an engine from running on this machine; empty where nothing is known to. */
    static Optional<String> obstacle() {
        var missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        if (!missing.isEmpty()) {
            return Optional.of("not installed here: " + String.join(", ", missing));
        }
        if (answer(Map.of(), PATIENCE, "docker", "buildx", "version").exit() != 0) {
            return Optional.of("not installed here: docker-buildx");
        }
        return answer(Map.of(), PATIENCE, "unshare", "--net", "--mount", "--pid", "--fork", "true")
                                .exit()
                        == 0
                ? Optional.empty()
                : Optional.of("namespaces of one's own are not allowed here (root is needed)");
    }

    /** Starts it; answers nothing, and leaves a log, where the machine does not let it run. */
    static Optional<ContainerEngine> start(Path directory) {
        try {
            Files.createDirectories(directory);
            var process = new ProcessBuilder(SCRIPTS.resolve("engine.sh").toString(), directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log(directory).toFile())
                    .start();
            var engine = new ContainerEngine(directory, process);
            Waiting.until(PATIENCE, () -> engine.isReady() || !process.isAlive());
            return process.isAlive() ? Optional.of(engine) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path log(Path directory) {
        return directory.resolve("engine.log");
    }

    private boolean isReady() {
        return run("docker", "version").exit() == 0;
    }

    /** Makes the images that our files start from; answers the exit code and output of stand-ins.sh. */
    Answer makeStandIns() {
        var local = Tree.root().resolve("dev/local/target");
        try (var binaries = ContainerEngine.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            var archive = directory.resolve("postgresql.txz");
            Files.write(archive, Objects.requireNonNull(binaries).readAllBytes());
            return run(
                    Map.of(),
                    Duration.ofMinutes(15),
                    SCRIPTS.resolve("stand-ins.sh").toString(),
                    local.toString(),
                    archive.toString(),
                    directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end, with this engine as Docker's. */
    Answer run(String... command) {
        return run(Map.of(), PATIENCE, command);
    }

    /** The same, with more of an environment and another patience. */
    Answer run(Map<String, String> environment, Duration patience, String... command) {
        var all = new HashMap<>(environment);
        all.put("DOCKER_HOST", "unix://" + directory.resolve("engine.sock"));
        return answer(all, patience, command);
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

    private static boolean isInstalled(String tool) {
        return answer(Map.of(), PATIENCE, "bash", "-c", "PATH=$PATH:/usr/sbin:/sbin command -v " + tool)
                        .exit()
                == 0;
    }

    private static Answer answer(Map<String, String> environment, Duration patience, String... command) {
        try {
            var output = Files.createTempFile("passerelle", ".out");
            var builder = new ProcessBuilder(command)
                    .directory(Tree.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            var answer = new Answer(ended ? process.exitValue() : 124, Files.readString(output));
            Files.delete(output);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a command answered: its exit code, 124 if it took too long, and all it printed. */
    record Answer(int exit, String output) {

        /** What it printed, of a command that must succeed. */
        String expected() {
            if (exit != 0) {
                throw new AssertionError("Exit code " + exit + ":\n" + output);
            }
            return output;
        }
    }
}
