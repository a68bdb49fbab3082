package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourStep;
import fr.passerelle.envelope.scenario.ScenarioStep;
import java.time.OffsetDateTime;

/** A step that was taken with a scenario or a calendar, for machines. */
record StepJson(String step, String account, String reason, String manifestHash, String doneAt) {

    static StepJson of(ScenarioStep step) {
        return of(step.kind(), step.account(), step.reason(), step.manifestHash(), step.doneAt());
    }

    static StepJson of(TourStep step) {
        return of(step.kind(), step.account(), step.reason(), step.manifestHash(), step.doneAt());
    }

    private static StepJson of(
            Enum<?> kind, String account, String reason, String manifestHash, OffsetDateTime doneAt) {
        return new StepJson(kind.name(), account, reason, manifestHash, doneAt.toString());
    }
}
