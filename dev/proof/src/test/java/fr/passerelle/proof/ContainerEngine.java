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
        return Answer.of(Map.of(), PATIENCE, command).exit() == 0;
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
            Waiting.until(() -> engine.run("docker", "version").exit() == 0 || !process.isAlive());
            return process.isAlive() ? Optional.of(engine) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path log(Path directory) {
        return directory.resolve("engine.log");
    }

    /** Makes the images that our files start from; answers as stand-ins.sh does. */
    Answer makeStandIns() {
        return run(
                Map.of(),
                PATIENCE_WITH_IMAGES,
                SCRIPTS.resolve("stand-ins.sh").toString(),
                Tree.root().resolve("dev/local/target").toString(),
                postgresql().toString(),
                directory.toString());
    }

    private Path postgresql() {
        try (var binaries = ContainerEngine.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            return Files.write(
                    directory.resolve("postgresql.txz"),
                    Objects.requireNonNull(binaries).readAllBytes());
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
        return Answer.of(all, patience, command);
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

    /**
     * What a command answered.
     *
     * @param exit its exit code, 124 where it took too long
     * @param output all it printed, on both streams
     */
    record Answer(int exit, String output) {

        private static final int TOO_LONG = 124;
        private static final File NOTHING = new File("/dev/null");

        /** Runs a command to its end, from the root of the tree. */
        static Answer of(Map<String, String> environment, Duration patience, String... command) {
            try {
                var output = Files.createTempFile("passerelle", ".out");
                try {
                    int exit = exit(environment, patience, output.toFile(), command);
                    return new Answer(exit, Files.readString(output));
                } finally {
                    Files.delete(output);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static int exit(Map<String, String> environment, Duration patience, File output, String... command)
                throws IOException, InterruptedException {
            var builder = new ProcessBuilder(command)
                    .directory(Tree.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(NOTHING)
                    .redirectOutput(output);
            builder.environment().putAll(environment);
            var process = builder.start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended ? process.exitValue() : TOO_LONG;
        }

        /** What it printed, where it succeeded as it must. */
        String expected() {
            if (exit != 0) {
                throw new AssertionError("Exit code " + exit + ":\n" + output);
            }
            return output;
        }
    }
}
