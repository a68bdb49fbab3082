package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario for machines.
 *
 * @param scenario such as S-000001
 * @param state where it stands
 * @param baseRun the run that it starts from
 * @param demonstration whether that is of a reconstruction
 * @param manifest what it froze
 * @param computed what it computed, as its record says; null in a list, and until it is computed
 */
record ScenarioJson(
        String scenario,
        String kind,
        String state,
        String baseRun,
        boolean demonstration,
        ScenarioManifest manifest,
        String manifestHash,
        String reason,
        String account,
        String plannedAt,
        @Nullable String computedAt,
        @Nullable String endedAt,
        List<StepJson> steps,
        @Nullable ScenarioComputed computed) {

    static ScenarioJson of(Scenario scenario, Scenarios scenarios, Run base, @Nullable ScenarioComputed computed) {
        return new ScenarioJson(
                scenario.id(),
                scenario.kind().name(),
                scenarios.standing(scenario).name(),
                base.id(),
                base.demonstration(),
                scenario.manifest(),
                scenario.manifestHash(),
                scenario.reason(),
                scenario.account(),
                scenario.plannedAt().toString(),
                Objects.toString(scenario.computedAt(), null),
                Objects.toString(scenario.endedAt(), null),
                scenarios.steps(scenario.no()).stream().map(StepJson::of).toList(),
                computed);
    }
}
