package fr.passerelle.texts.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.texts.FrenchNames;
import fr.passerelle.texts.Reading;
import fr.passerelle.texts.WordCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the maire of an EPCI that waits reads, whatever the scenario; and the five reasons behind it. */
class WaitingTextTest {

    private static final int CASES = 300;
    private static final List<String> NAMES = Stream.of(
                    AnyScenario.NAMES.stream().map(FrenchNames::epci),
                    Stream.of("Saint-Quentin-la-Motte-Croix-au-Bailly", "2018", "2019", "2020", "2021", "2022"))
            .flatMap(names -> names)
            .toList();

    @RepeatedTest(CASES)
    void neverLosesAFactNorGetsLong(RepetitionInfo repetition) {
        ScenarioComputed scenario = new AnyScenario(Seeds.random(repetition)).scenario();

        String text = WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow();

        assertThat(WordCount.count(text)).as(text).isLessThan(WaitingText.LIMIT);
        Reading.isFit(text, NAMES);
        assertThat(text)
                .contains("situation au 31 octobre 2017", "Il ne décide rien", "la Région décide", "en cherchant")
                .contains(
                        "sans ce qui est promis ailleurs",
                        "n’y entre pas",
                        "De votre côté",
                        "présenter vos observations")
                .containsAnyOf(
                        "de plus en 20", "Aucune somme ajoutée à une seule année", "Il ne lui manque aucun crédit")
                .doesNotContain("'", "S-000001", "2000000", "au moins 0");
        assertThat(text.endsWith("ne vaut pas proposition.")).isEqualTo(scenario.getDemonstration());
    }

    @RepeatedTest(CASES)
    void saysFiveReasonsWhateverTheyAre(RepetitionInfo repetition) {
        Enveloppe envelope = envelope(new AnyScenario(Seeds.random(repetition)).scenario());

        List<String> reasons =
                WaitingReasons.of(envelope, envelope.getAttentes().getFirst());

        assertThat(reasons)
                .hasSize(5)
                .allSatisfy(reason ->
                        assertThat(reason).endsWith(".").doesNotContain("null", "'", "{", "2000000", "_", "  "));
    }

    @Test
    void namesWhatTookItsPlaceAndTheLeastCredit() {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = envelope(scenario).getAttentes().getFirst();
        waiting.setCredits(List.of(
                new CreditManquant(2018, null),
                new CreditManquant(2019, new BigDecimal("12000.01")),
                new CreditManquant(2020, new BigDecimal("15000.00"))));

        assertThat(WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow())
                .contains("au moins 12\u202f001\u00a0€ de plus en 2019");
        assertThat(WaitingReasons.of(envelope(scenario), waiting).get(1))
                .isEqualTo("Crédit manquant, au moins\u00a0: rien ne suffit en 2018 seule\u00a0; 12\u202f001\u00a0€ en"
                        + " 2019\u00a0; 15\u202f000\u00a0€ en 2020.");
    }

    @Test
    void saysThatNoChoiceHoldsItAndThatNothingElseHelps() {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = envelope(scenario).getAttentes().getFirst();
        waiting.setRemplacement(new Remplacement(false, List.of(), List.of()));
        waiting.setCredits(List.of());
        waiting.setLeviers(List.of());

        assertThat(WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow())
                .contains("aucun choix ne la permet", "Aucune somme", "ni des coûts plus bas");
    }

    @Test
    void saysNothingOfAnEpciThatDoesNotWait() {
        assertThat(WaitingText.of(scenario(), "200000001")).isEmpty();
    }

    private static ScenarioComputed scenario() {
        return new AnyScenario(new Random(1)).scenario();
    }

    private static Enveloppe envelope(ScenarioComputed scenario) {
        return Objects.requireNonNull(scenario.getEnveloppe());
    }
}
