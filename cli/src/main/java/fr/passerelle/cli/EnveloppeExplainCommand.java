package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.fault.RunRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a scenario treats an EPCI as it does. */
@Command(
        name = "explain",
        description = "Ce qu'un scénario fait d'une intercommunalité, et, si elle attend, pourquoi : cinq raisons,"
                + " chacune vérifiée en recalculant.")
final class EnveloppeExplainCommand extends ApplicationCommand {

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            converter = ScenarioNumber.class,
            description = "Son numéro, comme S-000001.")
    private long no;

    @Parameters(index = "1", paramLabel = "SIREN", converter = Siren.class, description = "L'intercommunalité.")
    private String siren;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Scenario scenario = context.read(Scenarios.class).get(no);
        ScenarioComputed computed = ScenarioText.computed(scenario, context);
        ChoiceReasons reasons = ChoiceReasons.of(computed, ScenarioDifference.answer(computed), siren)
                .orElseThrow(() -> RunRefused.wrongUse("Le scénario " + scenario.id()
                        + " ne dit rien de l'intercommunalité " + siren + " : vérifiez son SIREN."));
        if (json) {
            printJson(reasons.json());
        } else {
            reasons.lines().forEach(out()::println);
        }
        return OutcomePrinter.DONE;
    }
}
