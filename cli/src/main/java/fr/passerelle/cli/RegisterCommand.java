package fr.passerelle.cli;

import fr.passerelle.batch.server.Servers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prepares database, topics and registry. */
@Command(
        name = "register",
        description = "Prépare la base, les topics et le registre de schémas ; sans effet si tout est déjà prêt.")
final class RegisterCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RegisterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.part(Servers.class).register();
        spec.commandLine().getOut().println("Base, topics et schémas sont prêts.");
        return OutcomePrinter.DONE;
    }
}
