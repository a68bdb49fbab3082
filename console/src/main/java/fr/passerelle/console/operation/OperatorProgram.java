package fr.passerelle.console.operation;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The operators' program: a list of words before the arguments, handed to the system as they are. */
@Component
public class OperatorProgram {

    private final List<String> command;

    public OperatorProgram(ConsoleSettings settings) {
        this.command = List.copyOf(settings.console().operator());
    }

    /** Whether the console may start it; else it shows which command to type. */
    public boolean isThere() {
        return !command.isEmpty();
    }

    /** Starts it, both its outputs into a file, nothing on its input. */
    Process start(List<String> arguments, Path output) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    /**
     * Runs it to its end for its answer.
     *
     * @param answer where its output goes
     * @param said where it says why it refuses
     * @throws OperationRefused where it refuses, in its own words, or takes longer than this
     */
    public void answer(List<String> arguments, Path answer, Path said, Duration patience) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        Process process = new ProcessBuilder(words)
                .redirectOutput(answer.toFile())
                .redirectError(said.toFile())
                .start();
        process.getOutputStream().close();
        if (!ends(process, patience)) {
            throw new OperationRefused("operation.refus.trop-long", patience.toSeconds());
        }
        if (process.exitValue() != 0) {
            throw refused(String.join("\n", new ProgramOutput(said).lines()).strip(), process.exitValue());
        }
    }

    /** A full disk takes its words away, too. */
    private static OperationRefused refused(String why, int exit) {
        return why.isEmpty()
                ? new OperationRefused("operation.refus.muet", exit)
                : new OperationRefused("operation.refus.dit", why);
    }

    private static boolean ends(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
