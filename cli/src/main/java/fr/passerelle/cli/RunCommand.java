package fr.passerelle.cli;

import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.result.Reports;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A command that works on a run to its end, with progress on the way, and reports how it ended. */
abstract class RunCommand extends ApplicationCommand {

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    /** Works, then says how it ended. */
    final int conclude(Supplier<RunOutcome> work) {
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), out(json), err(), json).print(work.get());
    }
}
