package fr.passerelle.envelope.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.sheets.explanation.Reading;
import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.french.FrenchNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("sans ce qui est promis ailleurs", "n’y entre pas", "présenter vos observations")
                .containsIgnoringCase("de votre côté")
                .containsAnyOf(
                        "de plus en 20", "Aucune somme ajoutée à une seule année", "Il ne lui manque aucun crédit")
                .doesNotContain(
                        "'",
                        "S-000001",
                        "2000000",
                        "au moins 0",
                        "de 0\u00a0%",
                        "de 100\u00a0%",
                        "97,3",
                        "50\u00a0%",
                        "plus tard");
        assertThat(text.endsWith("ne vaut pas proposition.")).isEqualTo(scenario.getDemonstration());
    }

    @RepeatedTest(CASES)
    void saysFiveReasonsWhateverTheyAre(RepetitionInfo repetition) {
        Enveloppe envelope = envelope(new AnyScenario(Seeds.random(repetition)).scenario());

        List<String> reasons =
                WaitingReasons.of(envelope, envelope.getAttentes().getFirst());

        assertThat(reasons)
                .hasSize(5)
                .allSatisfy(reason -> assertThat(reason)
                        .endsWith(".")
                        .doesNotContain(
                                "null", "'", "{", "2000000", "_", "  ", "de 0\u00a0%", "100\u00a0%", "plus tard"));
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

    /** Every year and every limit is as good as the others: one sentence for all. */
    @Test
    void saysOnceThatOnlyTheOrderKeepsItOut() {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = waiting(scenario);
        waiting.setCredits(
                List.of(new CreditManquant(2018, BigDecimal.ZERO), new CreditManquant(2019, BigDecimal.ZERO)));
        waiting.setLignes(List.of(
                new LigneLevee(2018, LigneCredit.ETUDE, null, true),
                new LigneLevee(2019, LigneCredit.ETUDE, null, true)));

        List<String> reasons = WaitingReasons.of(envelope(scenario), waiting);

        assertThat(reasons.get(1))
                .isEqualTo("Aucun crédit ne manque\u00a0: seul l’ordre qui départage des choix égaux l’écarte.");
        assertThat(reasons.get(3)).isEqualTo("Aucune limite de crédit ni d’équité ne l’écarte.");
    }

    @Test
    void saysThatNoChoiceHoldsItAndThatNothingElseHelps() {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = envelope(scenario).getAttentes().getFirst();
        waiting.setRemplacement(new Remplacement(false, List.of(), List.of()));
        waiting.setCredits(List.of());
        waiting.setLeviers(List.of());

        assertThat(WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow())
                .contains("aucun choix ne la permet", "Aucune somme", "rien n’y suffit en gardant plus de la moitié");
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "499,true", "500,false", "1000,false"})
    void tellsToAskForLessOnlyWhereMoreThanHalfOfTheAidStays(int perMille, boolean told) {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = waiting(scenario);
        waiting.setCredits(List.of(new CreditManquant(2019, new BigDecimal("12000.00"))));
        waiting.setLeviers(List.of(new LevierEssaye(LevierPropre.COUT, perMille, true, false)));

        String text = text(scenario);
        String reason = WaitingReasons.of(envelope(scenario), waiting).get(2);

        assertThat(text.contains("ferait entrer") && text.contains("une aide plus basse de"))
                .isEqualTo(told);
        assertThat(text.contains("rien n’y suffit en gardant plus de la moitié"))
                .isNotEqualTo(told);
        assertThat(reason.contains("\u00a0: oui")).isEqualTo(told);
    }

    @Test
    void tellsNoLeverWhereOnlyTheOrderOfTiesKeepsItOut() {
        ScenarioComputed scenario = scenario();
        MotifAttente waiting = waiting(scenario);
        waiting.setCredits(List.of(new CreditManquant(2018, null), new CreditManquant(2019, new BigDecimal("0.00"))));
        waiting.setLeviers(List.of(new LevierEssaye(LevierPropre.COUT, 100, true, false)));

        assertThat(text(scenario))
                .contains("rien n’y change de votre côté")
                .doesNotContain("ferait entrer", "plus basse");
        assertThat(WaitingReasons.of(envelope(scenario), waiting).get(2))
                .isEqualTo("Rien de ce qu’elle peut changer ne touche l’ordre qui départage des choix égaux.");
    }

    @Test
    void saysThatItsStudyWouldBeFundedAndWhen() {
        ScenarioComputed scenario = scenario();
        waiting(scenario).setFinancement(Financement.OUVERTURE);
        ChoixEpci choice = envelope(scenario).getChoix().getFirst();
        choice.setFinancement(Financement.ETUDE);
        choice.setYear(2020);

        assertThat(text(scenario)).contains("L’étude y serait aidée en 2020.");
        choice.setFinancement(Financement.RIEN);
        assertThat(text(scenario)).doesNotContain("serait aidée");
    }

    @Test
    void saysThatASiteCountsForNothingAmongScores() {
        ScenarioComputed scenario = scenario();
        waiting(scenario).setFinancement(Financement.OUVERTURE);
        ChoixEpci choice = envelope(scenario).getChoix().getFirst();
        choice.setSiege(new Siege(SiegeKind.SITE, "L-1", "Halle", "80410", "Ham"));
        envelope(scenario).setValeur(Valeur.SCORE);

        assertThat(text(scenario)).contains("la plus grande somme des notes", "Un local sans note y compte zéro.");
        envelope(scenario).setValeur(Valeur.PRECOCITE);
        assertThat(text(scenario)).contains("en cherchant l’aide au plus tôt").doesNotContain("compte zéro");
    }

    @Test
    void saysWhatWasNotifiedAndThatACreditIsSpreadOverLines() {
        ScenarioComputed scenario = scenario();
        envelope(scenario).setUsages(List.of(usage("30000.00")));
        waiting(scenario).setCredits(List.of(new CreditManquant(2019, new BigDecimal("12000.01"))));

        assertThat(text(scenario))
                .contains("90\u202f000\u00a0€ sans ce qui est promis ailleurs, dont 30\u202f000\u00a0€ déjà notifiés,")
                .contains("12\u202f001\u00a0€ de plus en 2019, répartis entre les lignes qu’il faut.");
        envelope(scenario).setUsages(List.of(usage("0.00")));
        assertThat(text(scenario)).doesNotContain("notifiés");
    }

    private static UsageCredit usage(String committed) {
        BigDecimal none = BigDecimal.ZERO;
        return new UsageCredit(
                2018,
                LigneCredit.ETUDE,
                new BigDecimal("100000.00"),
                new BigDecimal("10000.00"),
                none,
                new BigDecimal(committed),
                none,
                none,
                false);
    }

    @Test
    void saysNothingOfAnEpciThatDoesNotWait() {
        assertThat(WaitingText.of(scenario(), "200000001")).isEmpty();
    }

    private static String text(ScenarioComputed scenario) {
        return WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow();
    }

    private static MotifAttente waiting(ScenarioComputed scenario) {
        return envelope(scenario).getAttentes().getFirst();
    }

    private static ScenarioComputed scenario() {
        return new AnyScenario(new Random(1)).scenario();
    }

    private static Enveloppe envelope(ScenarioComputed scenario) {
        return Objects.requireNonNull(scenario.getEnveloppe());
    }
}
