package fr.passerelle.cli;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.batch.replay.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts what a replay showed in force. */
@Command(
        name = "put-in-force",
        description = "Met en vigueur le barème d'un rejeu terminé de toute la région : une exécution réelle, publiée"
                + " seulement si elle donne l'empreinte que le rejeu a montrée.")
final class ReplayPutInForceCommand extends RunCommand {

    @Parameters(paramLabel = "REJEU", converter = ReplayNumber.class, description = "Son numéro, comme R-000001.")
    private long replay;

    @Mixin
    private final ReplayMotive motive = new ReplayMotive();

    ReplayPutInForceCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        StepMotive stepMotive = new StepMotive(motive.reason(), motive.account());
        return conclude(() -> context.partOnDatabase(InForce.class).put(replay, stepMotive));
    }
}
