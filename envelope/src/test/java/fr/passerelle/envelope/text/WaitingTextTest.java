package fr.passerelle.envelope.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.sheets.explanation.Reading;
import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.french.FrenchNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private final ScenarioComputed scenario = new AnyScenario(new Random(1)).scenario();
    private final Enveloppe envelope = envelope(scenario);
    private final MotifAttente waiting = envelope.getAttentes().getFirst();

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

        assertThat(WaitingReasons.of(envelope, envelope.getAttentes().getFirst()))
                .hasSize(5)
                .allSatisfy(reason -> assertThat(reason)
                        .endsWith(".")
                        .doesNotContain(
                                "null", "'", "{", "2000000", "_", "  ", "de 0\u00a0%", "100\u00a0%", "plus tard"));
    }

    @Test
    void namesWhatTookItsPlaceAndTheLeastCredit() {
        waiting.setCredits(List.of(
                new CreditManquant(2018, null),
                new CreditManquant(2019, new BigDecimal("12000.01")),
                new CreditManquant(2020, new BigDecimal("15000.00"))));

        assertThat(text()).contains("au moins 12\u202f001\u00a0€ de plus en 2019");
        assertThat(reason(1))
                .isEqualTo("Crédit manquant, au moins\u00a0: rien ne suffit en 2018 seule\u00a0; 12\u202f001\u00a0€ en"
                        + " 2019\u00a0; 15\u202f000\u00a0€ en 2020.");
    }

    /** Every year and every limit is as good as the others: one sentence for all. */
    @Test
    void saysOnceThatOnlyTheOrderKeepsItOut() {
        waiting.setCredits(
                List.of(new CreditManquant(2018, BigDecimal.ZERO), new CreditManquant(2019, BigDecimal.ZERO)));
        waiting.setLignes(List.of(
                new LigneLevee(2018, LigneCredit.ETUDE, null, true),
                new LigneLevee(2019, LigneCredit.ETUDE, null, true)));

        List<String> reasons = WaitingReasons.of(envelope, waiting);

        assertThat(reasons.get(1))
                .isEqualTo("Aucun crédit ne manque\u00a0: seul l’ordre qui départage des choix égaux l’écarte.");
        assertThat(reasons.get(3)).isEqualTo("Aucune limite de crédit ni d’équité ne l’écarte.");
    }

    @Test
    void saysThatNoChoiceHoldsItAndThatNothingElseHelps() {
        waiting.setRemplacement(new Remplacement(false, List.of(), List.of()));
        waiting.setCredits(List.of());
        waiting.setLeviers(List.of());

        assertThat(text())
                .contains("aucun choix ne la permet", "Aucune somme", "rien n’y suffit en gardant plus de la moitié");
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "499,true", "500,false", "1000,false"})
    void tellsToAskForLessOnlyWhereMoreThanHalfOfTheAidStays(int perMille, boolean told) {
        waiting.setCredits(List.of(new CreditManquant(2019, new BigDecimal("12000.00"))));
        waiting.setLeviers(List.of(new LevierEssaye(LevierPropre.COUT, perMille, true, false)));

        String text = text();
        String reason = reason(2);

        assertThat(text.contains("ferait entrer") && text.contains("une aide plus basse de"))
                .isEqualTo(told);
        assertThat(text.contains("rien n’y suffit en gardant plus de la moitié"))
                .isNotEqualTo(told);
        assertThat(reason.contains("\u00a0: oui")).isEqualTo(told);
    }

    @Test
    void tellsNoLeverWhereOnlyTheOrderOfTiesKeepsItOut() {
        waiting.setCredits(List.of(new CreditManquant(2018, null), new CreditManquant(2019, new BigDecimal("0.00"))));
        waiting.setLeviers(List.of(new LevierEssaye(LevierPropre.COUT, 100, true, false)));

        assertThat(text()).contains("rien n’y change de votre côté").doesNotContain("ferait entrer", "plus basse");
        assertThat(reason(2))
                .isEqualTo("Rien de ce qu’elle peut changer ne touche l’ordre qui départage des choix égaux.");
    }

    @Test
    void saysThatItsStudyWouldBeFundedAndWhen() {
        waiting.setFinancement(Financement.OUVERTURE);
        ChoixEpci choice = envelope.getChoix().getFirst();
        choice.setFinancement(Financement.ETUDE);
        choice.setYear(2020);

        assertThat(text()).contains("L’étude y serait aidée en 2020.");
        choice.setFinancement(Financement.RIEN);
        assertThat(text()).doesNotContain("serait aidée");
    }

    @Test
    void saysThatASiteCountsForNothingAmongScores() {
        waiting.setFinancement(Financement.OUVERTURE);
        envelope.getChoix().getFirst().setSiege(new Siege(SiegeKind.SITE, "L-1", "Halle", "80410", "Ham"));
        envelope.setValeur(Valeur.SCORE);

        assertThat(text()).contains("la plus grande somme des notes", "Un local sans note y compte zéro.");
        envelope.setValeur(Valeur.PRECOCITE);
        assertThat(text()).contains("en cherchant l’aide au plus tôt").doesNotContain("compte zéro");
    }

    @Test
    void saysWhatWasNotifiedAndThatACreditIsSpreadOverLines() {
        envelope.setUsages(List.of(usage("30000.00")));
        waiting.setCredits(List.of(new CreditManquant(2019, new BigDecimal("12000.01"))));

        assertThat(text())
                .contains("90\u202f000\u00a0€ sans ce qui est promis ailleurs, dont 30\u202f000\u00a0€ déjà notifiés,")
                .contains("12\u202f001\u00a0€ de plus en 2019, répartis entre les lignes qu’il faut.");
        envelope.setUsages(List.of(usage("0.00")));
        assertThat(text()).doesNotContain("notifiés");
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
        assertThat(WaitingText.of(scenario, "200000001")).isEmpty();
    }

    private String text() {
        return WaitingText.of(scenario, AnyScenario.WAITING).orElseThrow();
    }

    /** A reason of the five, from 0. */
    private String reason(int number) {
        return WaitingReasons.of(envelope, waiting).get(number);
    }

    private static Enveloppe envelope(ScenarioComputed scenario) {
        return Objects.requireNonNull(scenario.getEnveloppe());
    }

    /** A code without words of its own is told in its own letters. */
    @Test
    void saysEachCodeInFrench() {
        assertFrench(Empechement.values(), ScenarioWords::empechement);
        assertFrench(Critere.values(), ScenarioWords::critere);
        assertFrench(Valeur.values(), ScenarioWords::valeur);
        assertFrench(Preuve.values(), ScenarioWords::preuve);
        assertThat(Arrays.stream(Financement.values()).map(ScenarioWords::financement))
                .containsExactly("rien", "aide à l’étude", "ouverture");
        assertThat(Arrays.stream(LigneCredit.values()).map(ScenarioWords::ligne))
                .containsExactly("étude", "investissement", "fonctionnement");
    }

    /** Who refused its study, or has it already, opens without one. */
    @Test
    void saysAStudyOfAnOpeningOnlyWhereOneIsFunded() {
        ChoixEpci choice = new AnyScenario(new Random(1)).choice(1);
        assertThat(ScenarioWords.choix(choice)).isEqualTo("rien");
        choice.setFinancement(Financement.OUVERTURE);
        choice.setYear(2018);
        choice.setDepenses(List.of(new Depense(2019, LigneCredit.FONCTIONNEMENT, BigDecimal.TEN)));
        assertThat(ScenarioWords.choix(choice)).isEqualTo("ouverture en 2018");
        choice.setDepenses(List.of(new Depense(2018, LigneCredit.ETUDE, BigDecimal.TEN)));
        assertThat(ScenarioWords.choix(choice)).isEqualTo("étude et ouverture en 2018");
        choice.setFinancement(Financement.ETUDE);
        assertThat(ScenarioWords.choix(choice)).isEqualTo("aide à l’étude en 2018");
    }

    private static <T extends Enum<T>> void assertFrench(T[] codes, Function<T, String> words) {
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.apply(code))
                        .doesNotContain("'", "_")
                        .isNotEqualTo(code.name().toLowerCase(Locale.ROOT)));
    }

    /** Scenarios whose first EPCI waits, of any shape that the contract allows, with names as long as real ones. */
    static final class AnyScenario {

        static final String WAITING = "200000000";

        /** The longest names of the real region, and shorter ones. */
        static final List<String> NAMES = List.of(
                "CC du Pays du Coquelicot",
                "CA de la Région de Château-Thierry",
                "CC du Pays des Sources",
                "CC Retz-en-Valois",
                "CC de la Champagne Picarde",
                "CC du Val de l'Aisne",
                "CC Interrégionale Aumale - Blangy-sur-Bresle et de la vallée de la Bresle maritime");

        /** Of the aid to give up, per thousand: none, all, and those beside half of it. */
        private static final Integer[] SHARES = {0, 1, 125, 499, 500, 973, 1_000};

        private static final int FIRST = 2018;

        private final Random random;
        private final @Nullable Integer studied;

        AnyScenario(Random random) {
            this.random = random;
            this.studied = random.nextInt(3) == 0 ? FIRST + random.nextInt(5) : null;
        }

        ScenarioComputed scenario() {
            return ScenarioComputed.newBuilder()
                    .setScenarioNo(1)
                    .setScenarioId("S-000001")
                    .setKind(ScenarioKind.ENVELOPPE)
                    .setManifestHash("ab".repeat(32))
                    .setRun(RunRef.newBuilder()
                            .setRunNo(1)
                            .setRunId("N-000001")
                            .setBaremeHash("ef".repeat(32))
                            .build())
                    .setAsOf("2017-10")
                    .setResultHash("cd".repeat(32))
                    .setBaremeHash("ef".repeat(32))
                    .setCreditsHash("01".repeat(32))
                    .setDemonstration(random.nextBoolean())
                    .setEnveloppe(envelope())
                    .build();
        }

        private Enveloppe envelope() {
            return Enveloppe.newBuilder()
                    .setValeur(one(Valeur.values()))
                    .setPreuve(one(Preuve.values()))
                    .setNiveaux(levels())
                    .setChoix(IntStream.range(0, 12).mapToObj(this::choice).toList())
                    .setUsages(usages())
                    .setEquite(List.of())
                    .setEuros(List.of())
                    .setAttentes(List.of(waiting()))
                    .build();
        }

        ChoixEpci choice(int i) {
            return ChoixEpci.newBuilder()
                    .setEpci("2000000%02d".formatted(i))
                    .setName(NAMES.get(i == 0 ? random.nextInt(NAMES.size()) : i % NAMES.size()))
                    .setDepartement("02")
                    .setBesoin(Besoin.ELEVE)
                    .setSiege(random.nextBoolean() ? siege() : null)
                    .setFinancement(i == 0 && studied != null ? Financement.ETUDE : Financement.RIEN)
                    .setYear(i == 0 ? studied : null)
                    .setDepenses(List.of())
                    .setEngagees(List.of())
                    .setOuvertureNotifiee(false)
                    .setExclus(List.of())
                    .setAttend(i == 0)
                    .build();
        }

        private Siege siege() {
            return new Siege(
                    one(SiegeKind.values()),
                    "R-1",
                    "Salle",
                    "02168",
                    random.nextBoolean() ? "Saint-Quentin-la-Motte-Croix-au-Bailly" : null);
        }

        private List<UsageCredit> usages() {
            List<UsageCredit> usages = new ArrayList<>();
            int years = 1 + random.nextInt(5);
            for (int year = FIRST; year < FIRST + years; year++) {
                for (LigneCredit line : LigneCredit.values()) {
                    usages.add(new UsageCredit(
                            year,
                            line,
                            euros(9_000_000),
                            euros(100),
                            euros(100),
                            random.nextBoolean() ? BigDecimal.ZERO : euros(100),
                            euros(100),
                            euros(100),
                            true));
                }
            }
            return usages;
        }

        private MotifAttente waiting() {
            boolean possible = random.nextInt(4) > 0;
            return MotifAttente.newBuilder()
                    .setEpci(WAITING)
                    .setPreuve(one(Preuve.values()))
                    .setFinancement(studied != null || random.nextBoolean() ? Financement.OUVERTURE : Financement.ETUDE)
                    .setRemplacement(
                            new Remplacement(possible, possible ? moves() : List.of(), possible ? levels() : List.of()))
                    .setCredits(IntStream.range(FIRST, FIRST + random.nextInt(5))
                            .mapToObj(year -> new CreditManquant(year, random.nextBoolean() ? missing() : null))
                            .toList())
                    .setLeviers(Arrays.stream(LevierPropre.values())
                            .map(this::lever)
                            .toList())
                    .setLignes(List.of(
                            new LigneLevee(FIRST, one(LigneCredit.values()), null, random.nextBoolean()),
                            new LigneLevee(null, null, "02", random.nextBoolean()),
                            new LigneLevee(null, null, null, random.nextBoolean())))
                    .setDansUnPourCent(random.nextBoolean())
                    .setRang(random.nextBoolean() ? 1 + random.nextInt(20) : null)
                    .build();
        }

        private BigDecimal missing() {
            return random.nextInt(4) == 0 ? new BigDecimal("0.00") : euros(900_000);
        }

        /** Each leaves or slips. */
        private List<Deplacement> moves() {
            return IntStream.range(1, 1 + random.nextInt(11))
                    .mapToObj(i -> {
                        boolean opened = random.nextBoolean();
                        Financement after = one(Financement.values());
                        return opened || after != Financement.OUVERTURE
                                ? move(i, opened ? Financement.OUVERTURE : Financement.ETUDE, after)
                                : move(i, Financement.ETUDE, Financement.RIEN);
                    })
                    .toList();
        }

        private Deplacement move(int i, Financement before, Financement after) {
            return new Deplacement("2000000%02d".formatted(i), before, year(before), after, year(after));
        }

        private @Nullable Integer year(Financement financement) {
            return financement == Financement.RIEN ? null : FIRST + random.nextInt(5);
        }

        private LevierEssaye lever(LevierPropre lever) {
            boolean enters = random.nextInt(3) == 0;
            return new LevierEssaye(
                    lever,
                    lever == LevierPropre.COUT && enters ? one(SHARES) : null,
                    enters && lever != LevierPropre.FONCTION,
                    lever == LevierPropre.FONCTION);
        }

        private List<Niveau> levels() {
            return List.of(Critere.HABITANTS_PONDERES, Critere.MOIS_OUVERTS, Critere.ETUDES).stream()
                    .map(critere -> {
                        long value = 1_000 + random.nextInt(9_000_000);
                        return new Niveau(critere, value, value);
                    })
                    .toList();
        }

        private BigDecimal euros(int most) {
            return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2);
        }

        private <T> T one(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
