package fr.passerelle.cli;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.batch.replay.StepMotive;
import fr.passerelle.published.result.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts what a replay showed in force. */
@Command(
        name = "put-in-force",
        description = "Met en vigueur le barème d'un rejeu terminé de toute la région : une exécution réelle, publiée"
                + " seulement si elle donne l'empreinte que le rejeu a montrée.")
final class ReplayPutInForceCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "REJEU", converter = ReplayNumber.class, description = "Son numéro, comme R-000001.")
    private long replay;

    @Mixin
    private final ReplayMotive motive = new ReplayMotive();

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    ReplayPutInForceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StepMotive stepMotive = new StepMotive(motive.reason(), motive.account());
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), spec.commandLine(), json)
                .print(context.partOnDatabase(InForce.class).put(replay, stepMotive));
    }
}
