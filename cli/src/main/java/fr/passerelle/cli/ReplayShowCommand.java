package fr.passerelle.cli;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.schemas.fault.RunRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one replay. */
@Command(name = "show", description = "Un rejeu : état, phase, comptes, durée, où il s'est arrêté, quoi faire.")
final class ReplayShowCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "REJEU",
            converter = ReplayNumber.class,
            description = "Son numéro, comme R-000001 ; sinon, le dernier qui n'est pas écarté.")
    private @Nullable Long no;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Replay replay = context.read(Replays.class).get(number(context, no));
        ReplayText.of(replay, context, out(json)).print(json);
        return OutcomePrinter.DONE;
    }

    /** The number that was given, else that of the latest replay. */
    static long number(CommandContext context, @Nullable Long given) {
        if (given != null) {
            return given;
        }
        return context.read(Replays.class)
                .latest()
                .map(Replay::no)
                .orElseThrow(() ->
                        new RunRefused("Aucun rejeu n'est préparé : « ./passerelle replay plan » en prépare" + " un."));
    }
}
