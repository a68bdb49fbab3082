package fr.passerelle.cli;

import fr.passerelle.published.result.Reports;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.RunSituations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs, or one of them. */
@Command(name = "runs", description = "Les exécutions, ou une seule : état, phase, comptes, quoi faire.")
final class RunsCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000001.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un objet JSON, ou un tableau.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        RunSituations situations = context.read(RunSituations.class);
        if (run == null) {
            all(situations.all());
        } else {
            one(situations, situations.of(run));
        }
        return OutcomePrinter.DONE;
    }

    private void all(List<RunSituation> all) {
        answer(json, () -> all.stream().map(SituationJson::of).toList(), () -> RunsTable.lines(all));
    }

    private void one(RunSituations situations, RunSituation found) {
        List<RunSituation.Phase> phases = situations.phases(found.run());
        if (json) {
            printJson(
                    SituationJson.of(found, phases, context.read(Reports.class).of(found.run())));
        } else {
            new RunText(found, phases, out()).print();
        }
    }
}
