package fr.passerelle.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** What bash needs to complete the commands, their options and the values of those. Needs no server. */
@Command(name = "completion", description = "Le script de complétion pour bash, à écrire une fois dans un fichier.")
final class CompletionCommand extends OperatorCommand {

    @Override
    public Integer call() {
        CommandLine all = Commands.all();
        FrenchUsage.LAUNCHER.forEach(word -> all.addSubcommand(word, new CommandLine(CommandSpec.create())));
        machines().print(AutoComplete.bash("passerelle", all));
        machines().flush();
        return OutcomePrinter.DONE;
    }
}
