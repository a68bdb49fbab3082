package fr.passerelle.console.operation;

import fr.passerelle.console.ConsoleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The operators' program: a list of words before the arguments, handed to the system as they are. */
@Component
public class OperatorProgram {

    private final List<String> command;

    OperatorProgram(ConsoleSettings settings) {
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
}
