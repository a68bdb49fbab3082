package fr.passerelle.cli;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back what a replay put in force. */
@Command(
        name = "rollback",
        description =
                "Revient au barème, au mois et aux résultats d'avant la mise en vigueur d'un rejeu, si rien n'est entré"
                        + " depuis.")
final class ReplayRollbackCommand extends RunCommand {

    @Parameters(paramLabel = "REJEU", converter = ReplayNumber.class, description = "Son numéro, comme R-000001.")
    private long replay;

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Override
    public Integer call() {
        StepMotive why = motive.step();
        return conclude(() -> context.partOnDatabase(InForce.class).rollBack(replay, why));
    }
}
