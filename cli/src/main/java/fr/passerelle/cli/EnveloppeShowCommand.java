package fr.passerelle.cli;

import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one scenario. */
@Command(
        name = "show",
        description = "Un scénario : ce qu'il finance, année par année, les crédits employés et qui attend.")
final class EnveloppeShowCommand extends ApplicationCommand {

    @Parameters(paramLabel = "SCENARIO", converter = ScenarioNumber.class, description = "Son numéro, comme S-000001.")
    private long no;

    @Option(
            names = "--csv",
            paramLabel = "FICHIER",
            description = "Écrit un CSV pour un tableur : une ligne par intercommunalité, année et ligne de crédit.")
    private @Nullable Path csv;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Scenario scenario = context.read(Scenarios.class).get(no);
        if (csv == null) {
            ScenarioText.of(scenario, context, out(json)).print(json);
            return OutcomePrinter.DONE;
        }
        ScenarioComputed computed = ScenarioText.computed(scenario, context);
        exported("scénario " + scenario.id());
        if (scenario.kind() == ScenarioKind.ENVELOPPE) {
            CsvFile.write(csv, force, ProgrammeFile.HEADER, lines -> ProgrammeFile.each(computed, lines));
        } else {
            CsvFile.write(
                    csv,
                    force,
                    StopRows.HEADER,
                    lines -> new StopRows(computed).all().forEach(lines));
        }
        out().println("Écrit : " + csv);
        return OutcomePrinter.DONE;
    }
}
