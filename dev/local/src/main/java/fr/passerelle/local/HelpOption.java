package fr.passerelle.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help}, in French. */
@Command(synopsisHeading = "Usage : ", optionListHeading = "%nOptions :%n", commandListHeading = "%nCommandes :%n")
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Montre cette aide.")
    private boolean help;
}
