package fr.passerelle.cli;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.run.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    private final RequiredMotive motive = new RequiredMotive();

    @Option(
            names = "--illustration",
            description = "Accepte que ce barème soit une illustration, que rien n'a votée ; sur des données"
                    + " reconstituées seulement.")
    private boolean illustration;

    @Override
    public Integer call() {
        StepMotive why = motive.step();
        Replay asked = context.partOnDatabase(Replays.class).get(replay);
        new IllustrationCheck(asked, context.part(Runs.class).get(asked.baseRun()))
                .refusal(illustration)
                .ifPresent(sentence -> {
                    throw wrongUse(sentence);
                });
        return conclude(() -> context.partOnDatabase(InForce.class).put(replay, why));
    }
}
