package fr.passerelle.cli;

import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command: it says what it found on its output, what went wrong on its error stream, and answers its exit code. */
abstract class OperatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** For people: no wider than a terminal. */
    final PrintWriter out() {
        return new TerminalWriter(machines());
    }

    /** For what a machine reads, or a page of its own: it stays as it is. */
    final PrintWriter machines() {
        return commandLine().getOut();
    }

    final PrintWriter out(boolean machine) {
        return machine ? machines() : out();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }

    /** Says one JSON value. */
    final void printJson(Object value) {
        machines().println(RecordJson.write(value));
    }

    /** Says one JSON value to a machine, or its lines to people. */
    final void answer(boolean machine, Supplier<?> value, Supplier<List<String>> lines) {
        if (machine) {
            printJson(value.get());
        } else {
            lines.get().forEach(out()::println);
        }
    }

    /** What to throw where it was asked what cannot be. */
    final ParameterException wrongUse(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    private CommandLine commandLine() {
        return spec.commandLine();
    }
}
