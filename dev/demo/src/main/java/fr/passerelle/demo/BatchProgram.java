package fr.passerelle.demo;

import fr.passerelle.local.Workspace;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The operators' program, as a child of this one. */
final class BatchProgram {

    private final Workspace workspace;

    BatchProgram(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What it answered.
     *
     * @param code its exit code
     * @param output what it printed on its standard output
     */
    record Answer(int code, String output) {}

    /** A file of the reconstruction, as an argument. */
    String data(String file) {
        return workspace.root().resolve("dev/demo/data").resolve(file).toString();
    }

    /** Runs it in our own terminal; returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        return command(arguments).inheritIO().start().waitFor();
    }

    /** Runs it and keeps its standard output; its errors and progress go to ours. */
    Answer ask(List<String> arguments) throws IOException, InterruptedException {
        Process process = command(arguments).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(workspace.operator());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
