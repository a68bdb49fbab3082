package fr.passerelle.local.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starting other programs: those that end and are waited for, and those that stay. */
public final class ChildProcesses {

    private static final Duration CAP = Duration.ofMinutes(2);
    private static final File NOTHING = new File("/dev/null");

    private ChildProcesses() {}

    /** What a program answered: its exit code (124 if it was ended for being too long) and all it printed. */
    public record Outcome(int exit, String output) {

        /** The last line it printed, where programs say why they failed. */
        public String lastLine() {
            return output.strip().replaceFirst("(?s).*\\n", "").strip();
        }

        /** All it printed, where it succeeded; else throws a {@link LocalFault} that says this and the last line. */
        public String expected(String fault) {
            if (exit != 0) {
                throw new LocalFault(fault + " : " + lastLine());
            }
            return output;
        }
    }

    /** The Java that runs us, which is recent enough for servers and programs too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The directory or the jar that a class of ours was loaded from. */
    public static Path classesOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    public static boolean asRoot() {
        return PrivateFiles.unchecked(
                () -> Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
    }

    /** Runs a program to its end, in our own directory. */
    public static Outcome run(List<String> command) {
        return run(command, Path.of(""));
    }

    public static Outcome run(List<String> command, Path directory) {
        return run(command, directory, Map.of(), CAP);
    }

    /** The same, with more in its environment, no longer than the cap. */
    public static Outcome run(List<String> command, Path directory, Map<String, String> environment, Duration cap) {
        return PrivateFiles.unchecked(() -> {
            var output = Files.createTempFile("passerelle", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(NOTHING);
                builder.environment().putAll(environment);
                return await(builder.start(), output, cap);
            } finally {
                Files.delete(output);
            }
        });
    }

    private static Outcome await(Process process, Path output, Duration cap) throws IOException {
        var ended = false;
        try {
            ended = process.waitFor(cap.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
        }
        return new Outcome(ended ? process.exitValue() : 124, Files.readString(output, StandardCharsets.UTF_8));
    }

    /** Starts a program in a session of its own: no Ctrl-C in our terminal reaches it, and it stays when we end; its prints are appended to the log. */
    public static ProcessMark detach(List<String> command, Map<String, String> environment, Path directory, Path log) {
        var line = new ArrayList<>(List.of("setsid"));
        line.addAll(command);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
            builder.environment().putAll(environment);
            var pid = builder.start().pid();
            return ProcessMark.of(pid)
                    .orElseThrow(() -> new LocalFault(
                            "Le programme " + command.getFirst() + " s'est arrêté aussitôt lancé : voir " + log + "."));
        } catch (IOException e) {
            throw new LocalFault("Impossible de lancer " + command.getFirst() + " : " + e.getMessage() + ".", e);
        }
    }
}
