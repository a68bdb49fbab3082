package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayRunner;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.published.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes what a replay left. */
@Command(
        name = "discard",
        description = "Écarte un rejeu : ses topics, ses groupes et ses résultats disparaissent ; sa fiche reste.")
final class ReplayDiscardCommand extends ApplicationCommand {

    @Parameters(paramLabel = "REJEU", converter = ReplayNumber.class, description = "Son numéro, comme R-000001.")
    private long no;

    @Mixin
    private final OptionalMotive motive = new OptionalMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        Replay discarded = context.partOnDatabase(ReplayRunner.class).discard(no, why);
        if (json) {
            ReplayText.of(discarded, context, machines()).print(true);
        } else {
            out().println("Le rejeu " + discarded.id()
                    + " est écarté : ses topics, ses groupes et ses résultats n'existent plus ; sa fiche reste"
                    + " (« ./passerelle replay show " + discarded.id() + " »).");
        }
        return OutcomePrinter.DONE;
    }
}
