package fr.passerelle.local;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that explains itself in French. */
@Command(synopsisHeading = "Usage : ", optionListHeading = "%nOptions :%n", commandListHeading = "%nCommandes :%n")
abstract class FrenchCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Montre cette aide.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    /** Prints a line at once, so that who waits sees it. */
    final void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
