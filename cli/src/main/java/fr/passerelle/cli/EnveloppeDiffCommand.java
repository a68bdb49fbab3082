package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.fault.RunRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What two scenarios choose otherwise. */
@Command(
        name = "diff",
        description = "Ce que change un scénario calculé, intercommunalité par intercommunalité, par rapport à un autre"
                + " ou à celui qui est adopté.")
final class EnveloppeDiffCommand extends ApplicationCommand {

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            converter = ScenarioNumber.class,
            description = "Son numéro, comme S-000002.")
    private long no;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AUTRE",
            converter = ScenarioNumber.class,
            description = "Celui auquel il se compare ; sinon, celui qui est adopté.")
    private @Nullable Long other;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Scenarios scenarios = context.read(Scenarios.class);
        Scenario scenario = scenarios.get(no);
        ScenarioDifference difference =
                new ScenarioDifference(computed(base(scenarios, scenario), scenarios), computed(no, scenarios));
        if (json) {
            printJson(difference.json());
        } else {
            difference.lines().forEach(out()::println);
        }
        return OutcomePrinter.DONE;
    }

    private ScenarioComputed computed(long which, Scenarios scenarios) {
        return ScenarioText.computed(scenarios.get(which), context);
    }

    private long base(Scenarios scenarios, Scenario scenario) {
        return other != null
                ? other
                : scenarios
                        .adopted(scenario.kind())
                        .orElseThrow(
                                () -> new RunRefused("Aucun scénario n'est adopté : donnez celui auquel le comparer"
                                        + " (« ./passerelle enveloppe diff " + scenario.id() + " S-… »)."));
    }
}
