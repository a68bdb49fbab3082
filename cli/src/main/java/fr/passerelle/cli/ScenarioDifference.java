package fr.passerelle.cli;

import fr.passerelle.published.run.RunRefused;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a scenario chooses otherwise than another, EPCI by EPCI. */
record ScenarioDifference(ScenarioComputed before, ScenarioComputed after) {

    /** @throws RunRefused when one of them is not about credits */
    ScenarioDifference {
        answer(before);
        answer(after);
    }

    /** For machines: only EPCIs that are treated otherwise. */
    record Json(String before, String after, List<Niveau> levelsBefore, List<Niveau> levelsAfter, List<Change> changes) {}

    /** One of them. */
    record Change(
            String epci,
            String name,
            String before,
            @Nullable Integer yearBefore,
            String after,
            @Nullable Integer yearAfter) {}

    Json json() {
        return new Json(
                before.getScenarioId(),
                after.getScenarioId(),
                answer(before).getNiveaux(),
                answer(after).getNiveaux(),
                changes().toList());
    }

    List<String> lines() {
        TextTable table = new TextTable(4, "Intercommunalité", "SIREN", "Avant", "Après");
        changes().forEach(change -> table.row(
                change.name(),
                change.epci(),
                words(change.before(), change.yearBefore()),
                words(change.after(), change.yearAfter())));
        List<String> lines = new ArrayList<>(List.of(summary(before), summary(after)));
        List<String> rows = table.lines();
        if (rows.size() > 2) {
            lines.add("");
            lines.addAll(rows);
        } else {
            lines.add("Ils choisissent la même chose.");
        }
        return lines;
    }

    private static String summary(ScenarioComputed scenario) {
        Enveloppe answer = answer(scenario);
        return scenario.getScenarioId() + (scenario.getDemonstration() ? " (reconstitution)" : "") + ", valeur "
                + answer.getValeur() + " : " + EnveloppeWords.levels(answer.getNiveaux()) + ".";
    }

    private Stream<Change> changes() {
        Map<String, ChoixEpci> then =
                answer(before).getChoix().stream().collect(Collectors.toMap(ChoixEpci::getEpci, Function.identity()));
        return answer(after).getChoix().stream()
                .flatMap(choix -> Stream.ofNullable(then.get(choix.getEpci())).map(was -> change(was, choix)))
                .filter(change -> !change.before().equals(change.after())
                        || !Objects.equals(change.yearBefore(), change.yearAfter()));
    }

    private static Change change(ChoixEpci was, ChoixEpci is) {
        return new Change(
                is.getEpci(),
                is.getName(),
                was.getFinancement().name(),
                was.getYear(),
                is.getFinancement().name(),
                is.getYear());
    }

    private static String words(String financement, @Nullable Integer year) {
        return EnveloppeWords.of(Financement.valueOf(financement), year);
    }

    private static Enveloppe answer(ScenarioComputed scenario) {
        Enveloppe answer = scenario.getEnveloppe();
        if (answer == null) {
            throw new RunRefused("Le scénario " + scenario.getScenarioId()
                    + " ne porte pas sur des crédits : il ne se compare pas ainsi.");
        }
        return answer;
    }
}
