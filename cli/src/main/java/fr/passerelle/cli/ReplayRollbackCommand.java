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

/** Takes back what a replay put in force. */
@Command(
        name = "rollback",
        description =
                "Revient au barème, au mois et aux résultats d'avant la mise en vigueur d'un rejeu, si rien n'est entré"
                        + " depuis.")
final class ReplayRollbackCommand implements Callable<Integer> {

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

    ReplayRollbackCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StepMotive stepMotive = new StepMotive(motive.reason(), motive.account());
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), spec.commandLine(), json)
                .print(context.partOnDatabase(InForce.class).rollBack(replay, stepMotive));
    }
}
