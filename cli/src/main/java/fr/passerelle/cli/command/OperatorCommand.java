package fr.passerelle.cli.command;

import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.cli.command.TerminalLines.TerminalWriter;
import fr.passerelle.journal.fence.RunLock.ProcessName;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command: it says what it found on its output, what went wrong on its error stream, and answers its exit code. */
@Command
public abstract class OperatorCommand implements Callable<Integer> {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;
    public static final int DONE_WITH_REJECTS = 3;

    /** Given by the factory that makes commands, before anything runs. */
    @SuppressWarnings("NullAway.Init")
    protected CommandContext context;

    @Spec
    private CommandSpec spec;

    private final List<ArgSpec> given = new ArrayList<>();

    /** Whether what is told goes to the terminal of a person, as the launcher says: anything else may keep it. */
    protected static boolean onTerminal() {
        return Boolean.getBoolean("passerelle.terminal");
    }

    /** Its line, under a name and a description that its class does not have. */
    public final CommandLine named(CommandContext context, String name, String description) {
        this.context = context;
        CommandLine line = new CommandLine(this);
        given.forEach(line.getCommandSpec()::add);
        line.getCommandSpec().name(name).usageMessage().description(description);
        return line;
    }

    /** An argument that is worded for each of its lines, beside those of its class. */
    protected final <A extends ArgSpec> A given(A argument) {
        given.add(argument);
        return argument;
    }

    /** For people: no wider than a terminal. */
    protected final PrintWriter out() {
        return new TerminalWriter(machines());
    }

    /** For what a machine reads, or a page of its own: it stays as it is. */
    protected final PrintWriter machines() {
        return commandLine().getOut();
    }

    protected final PrintWriter out(boolean machine) {
        return machine ? machines() : out();
    }

    protected final PrintWriter err() {
        return commandLine().getErr();
    }

    /** Says one JSON value. */
    protected final void printJson(Object value) {
        machines().println(RecordJson.of(value));
    }

    /** Says one JSON value to a machine, or its lines to people. */
    protected final void answer(boolean machine, Supplier<?> value, Supplier<List<String>> lines) {
        if (machine) {
            printJson(value.get());
        } else {
            lines.get().forEach(out()::println);
        }
    }

    /** Says that a file is there now. */
    protected final void written(Path file) {
        out().println("Écrit : " + file);
    }

    /** The same, unless a machine reads what is said. */
    protected final void written(Path file, boolean machine) {
        if (!machine) {
            written(file);
        }
    }

    /** What to throw where it was asked what cannot be. */
    protected final ParameterException wrongUse(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    /** Writes down that what is not public is taken away as a file, before it is: in a session of its own, others may only read. */
    protected final void exported(String what) {
        context.read(DatabaseServer.class).need();
        new Audit(context.read(Settings.class).sessions(ProcessName.NAME))
                .add(Audit.COMMAND, AuditAction.EXPORTED.name(), what, Outcome.DONE);
    }

    private CommandLine commandLine() {
        return spec.commandLine();
    }

    /** A command that answers one JSON object, or the same in words. */
    public abstract static class ObjectCommand extends OperatorCommand {

        @Option(names = "--json", description = "Un objet JSON.")
        private boolean machine;

        /** Whether a machine reads its answer. */
        protected final boolean machine() {
            return machine;
        }

        protected final int answer(Supplier<?> value, Supplier<List<String>> lines) {
            answer(machine, value, lines);
            return DONE;
        }
    }

    /** What a command found, for machines and for people. */
    public interface Finding {

        /** For machines. */
        Object json();

        /** For people. */
        List<String> lines();
    }

    /** A command that runs where a file is, and keeps nothing: it shows the words of the file that have to be acted on. */
    public interface ShowingCommand {}
}
