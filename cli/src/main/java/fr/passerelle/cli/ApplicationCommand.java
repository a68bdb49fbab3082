package fr.passerelle.cli;

/** A command that needs the application behind the commands. */
abstract class ApplicationCommand extends OperatorCommand {

    final CommandContext context;

    ApplicationCommand(CommandContext context) {
        this.context = context;
    }
}
