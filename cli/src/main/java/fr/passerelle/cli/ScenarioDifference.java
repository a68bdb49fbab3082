package fr.passerelle.cli;

import fr.passerelle.cli.EnveloppeText.EnveloppeWords;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.text.ScenarioWords;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scenario chooses otherwise than another, EPCI by EPCI. */
record ScenarioDifference(ScenarioComputed before, ScenarioComputed after) {

    /** @throws RunRefused when one of them is not about credits */
    ScenarioDifference {
        answer(before);
        answer(after);
    }

    /** For machines: only EPCIs that are treated otherwise. */
    record Json(Side before, Side after, List<Change> changes) {}

    /** One of the two. */
    record Side(String scenario, boolean demonstration, String run, String valeur, List<?> niveaux) {

        static Side of(ScenarioComputed scenario) {
            Enveloppe answer = answer(scenario);
            return new Side(
                    scenario.getScenarioId(),
                    scenario.getDemonstration(),
                    scenario.getRun().getRunId(),
                    answer.getValeur().name(),
                    answer.getNiveaux());
        }
    }

    /** An EPCI that is treated otherwise. */
    record Change(String epci, String name, Choice before, Choice after) {

        static Change of(ChoiceChange change) {
            return new Change(
                    change.after().getEpci(),
                    change.after().getName(),
                    Choice.of(change.before()),
                    Choice.of(change.after()));
        }
    }

    /** What is funded for it. */
    record Choice(String financement, @Nullable Integer year) {

        static Choice of(ChoixEpci choix) {
            return new Choice(choix.getFinancement().name(), choix.getYear());
        }
    }

    Json json() {
        return new Json(
                Side.of(before),
                Side.of(after),
                changes().stream().map(Change::of).toList());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(summary(before), summary(after)));
        List<ChoiceChange> changes = changes();
        if (changes.isEmpty()) {
            lines.add("Ils choisissent la même chose.");
            return lines;
        }
        TextTable table = new TextTable(4, "Intercommunalité", "SIREN", "Avant", "Après");
        changes.forEach(change -> table.row(
                change.after().getName(),
                change.after().getEpci(),
                ScenarioWords.choix(change.before()),
                ScenarioWords.choix(change.after())));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    private static String summary(ScenarioComputed scenario) {
        Enveloppe answer = answer(scenario);
        return ScenarioText.heading(scenario) + " Valeur " + answer.getValeur() + ", "
                + EnveloppeWords.levels(answer.getNiveaux()) + ".";
    }

    private List<ChoiceChange> changes() {
        return ChoiceChange.between(answer(before), answer(after));
    }

    /** @throws RunRefused where it is about no credits */
    static Enveloppe answer(ScenarioComputed scenario) {
        Enveloppe answer = scenario.getEnveloppe();
        if (answer == null) {
            throw new RunRefused("Le scénario " + scenario.getScenarioId()
                    + " porte sur la place des étapes et non sur des crédits : « ./passerelle enveloppe show "
                    + scenario.getScenarioId() + " » le montre.");
        }
        return answer;
    }
}
