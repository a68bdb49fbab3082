package fr.passerelle.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
