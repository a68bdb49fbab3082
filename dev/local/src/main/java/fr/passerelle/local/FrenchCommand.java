package fr.passerelle.local;

import fr.passerelle.local.process.LocalFault;
import java.io.PrintWriter;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that explains itself in French. */
@Command(synopsisHeading = "Usage : ", optionListHeading = "%nOptions :%n", commandListHeading = "%nCommandes :%n")
public abstract class FrenchCommand {

    /** Exit codes: it is done; it failed, and said why; it was not written as it must be. */
    protected static final int DONE = 0;

    protected static final int FAILED = 1;
    protected static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Montre cette aide.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    /** Prints a line at once, so that who waits sees it. */
    protected final void say(String line) {
        say(spec.commandLine().getOut(), line);
    }

    protected final CommandLine streams() {
        return spec.commandLine();
    }

    /** The line of a command that fails in French; the sentence says, of its arguments, why they are not written as they must be. */
    protected static CommandLine line(
            FrenchCommand command, BiFunction<ParameterException, String[], String> sentence) {
        return new CommandLine(command)
                .setParameterExceptionHandler((e, arguments) -> {
                    say(e.getCommandLine().getErr(), sentence.apply(e, arguments) + " (--help montre l'aide).");
                    return WRONG_USE;
                })
                .setExecutionExceptionHandler(FrenchCommand::failed);
    }

    /** Tells a fault of the machine in its own words; throws any other. */
    protected static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof LocalFault) {
            say(command.getErr(), String.valueOf(e.getMessage()));
            return FAILED;
        }
        throw e;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
