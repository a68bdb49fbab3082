package fr.passerelle.cli;

import fr.passerelle.envelope.text.ScenarioWords;
import fr.passerelle.envelope.text.WaitingReasons;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an EPCI is treated as it is, a line a reason.
 *
 * @param waiting its five reasons; null where it does not wait
 */
record ChoiceReasons(
        ScenarioComputed scenario,
        Enveloppe answer,
        ChoixEpci choix,
        @Nullable MotifAttente waiting) {

    /** For machines. */
    record Json(
            String scenario,
            boolean demonstration,
            String run,
            ChoixEpci choix,
            @Nullable MotifAttente attente,
            List<String> raisons) {}

    /** Those of an EPCI; empty where the answer does not know it. */
    static Optional<ChoiceReasons> of(ScenarioComputed scenario, Enveloppe answer, String siren) {
        MotifAttente waiting = answer.getAttentes().stream()
                .filter(each -> each.getEpci().equals(siren))
                .findFirst()
                .orElse(null);
        return answer.getChoix().stream()
                .filter(each -> each.getEpci().equals(siren))
                .findFirst()
                .map(choix -> new ChoiceReasons(scenario, answer, choix, waiting));
    }

    Json json() {
        return new Json(
                scenario.getScenarioId(),
                scenario.getDemonstration(),
                scenario.getRun().getRunId(),
                choix,
                waiting,
                reasons());
    }

    List<String> lines() {
        List<String> reasons = reasons();
        return Stream.of(
                        Stream.of(ScenarioText.heading(scenario), title()),
                        choix.getExclus().stream().map(ChoiceReasons::excluded),
                        IntStream.range(0, reasons.size()).mapToObj(i -> (i + 1) + ". " + reasons.get(i)))
                .flatMap(lines -> lines)
                .toList();
    }

    private String title() {
        return choix.getName() + " (" + choix.getEpci() + ") : "
                + ScenarioWords.choix(choix)
                + (choix.getAttend() ? " ; attend." : ".");
    }

    private List<String> reasons() {
        return waiting == null ? List.of() : WaitingReasons.of(answer, waiting);
    }

    private static String excluded(ChoixExclu exclu) {
        return "Ne peut être choisi (" + ScenarioWords.financement(exclu.getFinancement()) + ") : "
                + ScenarioWords.empechement(exclu.getMotif()) + ".";
    }
}
