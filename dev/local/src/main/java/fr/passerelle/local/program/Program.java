package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One of Passerelle's programs that was started, with what it printed until now. */
public interface Program extends AutoCloseable {

    /** Whether it has not ended yet, frozen or not. */
    boolean isAlive();

    /** Where what it prints is kept. */
    Transcript kept();

    Patience patience();

    /** Waits for its end; answers its exit code. One that does not end in time is ended, and is a {@link LocalFault}. */
    int end();

    /** Asks it to end, and ends it by force when it does not in time; answers whether it ended by itself. */
    boolean stop();

    /** Waits for its end; answers its standard output. Another exit code than 0 is a {@link LocalFault}. */
    default String answer() {
        int code = end();
        if (code != 0) {
            throw failure("Un programme a échoué, code " + code);
        }
        return output();
    }

    default String output() {
        return kept().output();
    }

    default String errors() {
        return kept().errors();
    }

    /** What it printed on both streams, the errors last. */
    default String transcript() {
        return output() + errors();
    }

    /** The last line that it printed, where programs say why they failed. */
    default String lastLine() {
        return transcript().strip().replaceFirst("(?s).*\\n", "").strip();
    }

    /** Waits until it has printed something, on either stream; answers false when it ended without, or did not in time. */
    default boolean says(String regex) {
        var pattern = Pattern.compile(regex);
        Poll.until(patience().work(), () -> pattern.matcher(transcript()).find() || !isAlive());
        return pattern.matcher(transcript()).find();
    }

    /** Waits until it has printed something on either stream, without which it is a {@link LocalFault}. */
    default Program awaitSaying(String regex) {
        if (!says(regex)) {
            throw failure("Un programme n'a pas dit « " + regex + " »");
        }
        return this;
    }

    /** Ends it in good order, if it still runs; where it took force, throws a {@link LocalFault}. */
    @Override
    default void close() {
        if (!stop()) {
            throw failure("Un programme ne s'arrête pas en " + patience().stop().toSeconds() + " s");
        }
    }

    /** A fault that says in its first line what the program printed last, and in the others all that it printed. */
    default LocalFault failure(String sentence) {
        return new LocalFault(sentence + " : " + lastLine() + "\n" + transcript());
    }

    /** What a program prints: {@code <log>.out} is its standard output, {@code <log>.err} its error stream. */
    record Transcript(Path log) {

        /** Makes the two files, empty, and their folder. */
        public static Transcript at(Path log) {
            var transcript = new Transcript(log);
            return PrivateFiles.unchecked(() -> {
                Files.createDirectories(log.toAbsolutePath().getParent());
                Files.write(transcript.outputFile(), new byte[0]);
                Files.write(transcript.errorsFile(), new byte[0]);
                return transcript;
            });
        }

        public Path outputFile() {
            return log.resolveSibling(log.getFileName() + ".out");
        }

        public Path errorsFile() {
            return log.resolveSibling(log.getFileName() + ".err");
        }

        public String output() {
            return read(outputFile());
        }

        public String errors() {
            return read(errorsFile());
        }

        private static String read(Path file) {
            return PrivateFiles.unchecked(() -> Files.readString(file, StandardCharsets.UTF_8));
        }
    }

    /** How long a program may work, or not print what is awaited, and how long it may take to stop once it was asked to. */
    record Patience(Duration work, Duration stop) {}

    /** Starts Passerelle's programs: each as a process, or in whatever other way it knows. */
    interface Launcher {

        /** Starts {@code cli}, {@code events} or {@code console}; what it prints is kept in {@code <log>.out} and {@code <log>.err}. */
        Program start(String module, Map<String, String> properties, List<String> arguments, Path log);
    }
}
