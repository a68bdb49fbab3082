package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all scenarios. */
@Command(name = "list", description = "Tous les scénarios, le dernier d'abord, et lequel est adopté.")
final class EnveloppeListCommand extends ApplicationCommand {

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Scenarios scenarios = context.read(Scenarios.class);
        List<Scenario> all = scenarios.all();
        Map<Long, Run> runs = context.read(Runs.class)
                .byNumber(
                        all.stream().map(scenario -> scenario.manifest().run()).toList());
        if (json) {
            printJson(all.stream()
                    .map(scenario -> ScenarioJson.of(scenario, scenarios, base(scenario, runs), null))
                    .toList());
        } else if (all.isEmpty()) {
            out().println("Aucun scénario : « ./passerelle enveloppe plan » en prépare un.");
        } else {
            out().println("Un scénario ne décide rien.");
            table(all, scenarios, runs);
        }
        return OutcomePrinter.DONE;
    }

    private void table(List<Scenario> all, Scenarios scenarios, Map<Long, Run> runs) {
        TextTable table = new TextTable(6, "Scénario", "État", "Préparé le", "Valeur", "Part de", "Motif");
        all.forEach(scenario -> table.row(
                scenario.id(),
                ScenarioText.state(scenarios.standing(scenario)),
                RunText.day(scenario.plannedAt()),
                Objects.toString(scenario.manifest().valeur(), "étapes"),
                said(base(scenario, runs)),
                scenario.reason()));
        table.lines().forEach(out()::println);
    }

    private static Run base(Scenario scenario, Map<Long, Run> runs) {
        return Objects.requireNonNull(runs.get(scenario.manifest().run()), "The base of a scenario stays");
    }

    private static String said(Run run) {
        return run.id() + (run.demonstration() ? " (reconstitution)" : "");
    }
}
