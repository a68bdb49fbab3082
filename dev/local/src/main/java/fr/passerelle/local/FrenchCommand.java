package fr.passerelle.local;

import fr.passerelle.local.process.LocalFault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that explains itself in French. */
@Command(synopsisHeading = "Usage : ", optionListHeading = "%nOptions :%n", commandListHeading = "%nCommandes :%n")
public abstract class FrenchCommand {

    /** It is done. */
    protected static final int DONE = 0;

    /** It failed, and said why. */
    protected static final int FAILED = 1;

    /** It was not written as it must be. */
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

    /** The streams of its command line. */
    protected final CommandLine streams() {
        return spec.commandLine();
    }

    /** Tells on the error stream that a command is not written as it must be. */
    protected static int refuse(CommandLine command, String sentence) {
        say(command.getErr(), sentence + " (--help montre l'aide).");
        return WRONG_USE;
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
