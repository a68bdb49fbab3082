package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayRunner;
import fr.passerelle.published.replay.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a replay, or takes it up. */
@Command(
        name = "run",
        description = "Exécute un rejeu tel qu'il a été préparé, ou le reprend ; refuse si le journal, le barème ou la"
                + " portée ont changé. Les résultats en vigueur restent.")
final class ReplayRunCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "REJEU",
            converter = ReplayNumber.class,
            description = "Son numéro, comme R-000001 ; sinon, le dernier qui n'est pas écarté.")
    private @Nullable Long no;

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        Replay replay = context.partOnDatabase(ReplayRunner.class).run(ReplayShowCommand.number(context, no));
        ReplayText.of(replay, context, out(json)).print(json);
        if (replay.state() == Replay.State.COMPLETED) {
            return OutcomePrinter.DONE;
        }
        err().println("Le rejeu " + replay.id() + " s'est arrêté. " + replay.failure());
        return OutcomePrinter.FAILED;
    }
}
