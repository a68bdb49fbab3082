package fr.passerelle.console.programme;

import static fr.passerelle.console.operation.OperationRunners.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.operation.OperationRunners;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.console.programme.ProgrammationPage.ProgrammationStudy;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.TrialView;
import fr.passerelle.console.programme.ProgrammationPage.TrialStudy;
import fr.passerelle.console.programme.ProgrammeSheet.ExclusionGroup;
import fr.passerelle.console.programme.ProgrammeTable.ProgrammeCell;
import fr.passerelle.console.programme.ProgrammeTable.ProgrammePicture;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.Valeur;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario on its sheet and as its page shows it, and a trial of it. */
class ProgrammationPageTest {

    private static final ScenarioView SCENARIO = ProgrammeExamples.view();

    @Test
    void showsAllOfAScenario() throws Exception {
        assertThat(shown("LECTEUR", study(true)))
                .contains(
                        "Scénario S-000001, calculé",
                        "(reconstitution)",
                        "CC de l’Ouverture",
                        "ouvre le 1er septembre 2018")
                .contains("notifié\u00a0: 30\u00a0000\u00a0€", "M302,31h92v14h-92z", "Le plus possible")
                .contains("12\u00a0000,50\u00a0€ en 2019", "Le crédit qui manque.", "Il ne décide rien")
                .contains("Personne n’est nommé pour porter le projet", "CC sans porteur")
                .contains("comptés deux fois où le besoin est moyen")
                .contains("Aisne\u00a0: au moins une ouverture", "25\u00a0%")
                .contains("jamais une promesse", "12,5", "sort-waits", "/api/v1/scenarios/S-000001", "programme.csv")
                .contains("seraient financés", "lieu ouvrirait", "dont l’ouverture ne pouvait être choisie")
                .doesNotContain("null", "<form class=\"leviers\"");
    }

    /** Each foot of the years ends with its sum. */
    @Test
    void addsUpTheYears() throws Exception {
        String foot = shown("LECTEUR", study(true)).split("<tfoot>")[1].split("</tfoot>")[0];

        assertThat(foot.replaceAll("<[^>]+>|\\s+", " ").replace('\u202f', ' ').replace('\u00a0', ' '))
                .containsPattern("Financé +25 000 € +53 000 € +0 € +78 000 €")
                .containsPattern("Notifié +30 000 € +0 € +0 € +30 000 €");
    }

    @Test
    void saysWhoWaitsWithItsStudyFundedAndThatATrialStartsFromAnotherRun() throws Exception {
        Enveloppe envelope = ProgrammeExamples.envelope();
        envelope.getChoix().get(1).setAttend(true);
        ScenarioView old = ProgrammeExamples.view(envelope, false);
        TrialView trial = new TrialView(old.sheet(), List.of());

        assertThat(shown("ANALYSTE", study(old, true)))
                .contains("dont une dont l’étude serait aidée", "name=\"depart\"", "N-000002, celle qui est publiée");
        assertThat(tried(old, "N-000002", trial, null))
                .contains(
                        "alert-warning",
                        "Cet essai part de l’exécution N-000002",
                        "et non de celle du scénario S-000001",
                        "L’essai d’avant partait de N-000001");
        assertThat(tried(old, old.start(), trial, null))
                .contains("comme le scénario S-000001")
                .doesNotContain("alert-warning", "L’essai d’avant");
    }

    @Test
    void tellsWhomToAskOnRealData() throws Exception {
        assertThat(shown("LECTEUR", study(true))).doesNotContain("Adressez votre demande");
        ScenarioView real = ProgrammeExamples.real("Adressez votre demande à : Mission numérique.");
        assertThat(shown("LECTEUR", study(real, true))).contains("Adressez votre demande à : Mission numérique.");
    }

    @Test
    void offersTheLeversToWhoMayPullThem() throws Exception {
        assertThat(shown("ANALYSTE", study(true)))
                .contains(
                        "name=\"2018-FONCTIONNEMENT\"",
                        "value=\"60000,50\"",
                        "name=\"ouvertures-02\"",
                        "name=\"besoin\"");
        assertThat(shown("LECTEUR", study(true)))
                .contains("il faut un compte d’analyste")
                .doesNotContain("<form class=\"leviers\"");
        assertThat(shown("ANALYSTE", study(false)))
                .contains("./passerelle enveloppe essai")
                .doesNotContain("<form class=\"leviers\"");
    }

    @Test
    void showsATrialBesideTheScenario() throws Exception {
        Enveloppe tried = ProgrammeExamples.envelope();
        tried.getChoix().get(1).setYear(2018);
        TrialView trial = new TrialView(
                ProgrammeExamples.sheet(tried), ChoiceChange.between(ProgrammeExamples.envelope(), tried));

        assertThat(tried(SCENARIO, SCENARIO.start(), trial, null))
                .contains(
                        "L’essai, à côté du scénario",
                        "Une intercommunalité change",
                        "aide à l’étude en 2019",
                        "aide à l’étude en 2018")
                .contains("Ce que l’essai financerait", "ni décidé");
        tried.setValeur(Valeur.SCORE);
        assertThat(tried(SCENARIO, SCENARIO.start(), trial, null)).contains("leurs niveaux ne se comparent pas");
    }

    @Test
    void showsWhyATrialWasRefusedAsText() throws Exception {
        assertThat(tried(SCENARIO, SCENARIO.start(), null, "<script>alert(1)</script>"))
                .contains("role=\"alert\">&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void tellsWhatToTypeWhereNothingWasComputed() throws Exception {
        assertThat(shown("LECTEUR", new ProgrammationStudy(List.of(), null, null, true, null)))
                .contains("Aucun scénario n’est encore calculé", "./passerelle enveloppe plan --credits");
    }

    @Test
    void showsHowFarATrialIsAndHowToStopItWithoutAScript() throws Exception {
        assertThat(tried(SCENARIO, SCENARIO.start(), null, null))
                .contains(
                        "http-equiv=\"refresh\"",
                        "hx-trigger=\"every 2s\"",
                        "En cours depuis 3 secondes",
                        "/programmation/essai/2/arreter",
                        "Recherche du meilleur choix…")
                .doesNotContain("<form class=\"leviers\"");
    }

    @Test
    void saysFirstWhatHalfTheMoneyWouldFund() throws Exception {
        assertThat(shown("LECTEUR", study(true)).split("titre-annees")[0].replaceAll("[\u00a0\u202f]", " "))
                .contains(
                        "Avec la moitié des crédits",
                        "180 000 € au lieu de 360 000 € : 2 lieux ouvriraient au lieu de 4",
                        "10 000 habitants");
    }

    private static String tried(ScenarioView scenario, String run, @Nullable TrialView trial, @Nullable String refusal)
            throws Exception {
        LeverForm levers = LeverForm.of(scenario.credits(), scenario.sheet().envelope(), Map.of());
        LeverTrial.Started saying = saying("Lecture de l'exécution…", "Recherche du meilleur choix…");
        LeverTrial.Started started =
                new LeverTrial.Started(2, run, "N-000001", Map.of(), saying.operation(), saying.answer());
        return Templates.page(
                "programme/essai", "ANALYSTE", new TrialStudy(scenario, levers, started, 3, trial, refusal, null));
    }

    private static ProgrammationStudy study(boolean possible) {
        return study(SCENARIO, possible);
    }

    private static ProgrammationStudy study(ScenarioView scenario, boolean possible) {
        return new ProgrammationStudy(
                List.of(scenario.scenario()),
                scenario,
                LeverForm.of(scenario.credits(), scenario.sheet().envelope(), Map.of()),
                possible,
                null);
    }

    private static String shown(String role, ProgrammationStudy study) throws Exception {
        return Templates.page("programme/une", role, study);
    }

    private final ProgrammeSheet sheet = ProgrammeExamples.sheet(ProgrammeExamples.envelope());

    @Test
    void laysYearsAndEpcisOutAsATable() {
        ProgrammeTable table = sheet.table();

        assertThat(table.years()).containsExactly(2018, 2019, 2020);
        assertThat(table.rows())
                .extracting(row -> row.choice().getName())
                .containsExactly("CC notifiée", "CC de l'Ouverture", "CC de l'Étude");
        assertThat(table.rows().get(1).cells())
                .extracting(ProgrammeCell::stage)
                .containsExactly(ProgrammeCell.Stage.OPENING, ProgrammeCell.Stage.OPEN, ProgrammeCell.Stage.OPEN);
        assertThat(table.fundedByYear())
                .containsExactly(
                        new BigDecimal("25000.00"),
                        new BigDecimal("53000.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("78000.00"));
        assertThat(List.of(table.fundedByYear(), table.notifiedByYear()))
                .allSatisfy(foot -> assertThat(foot.subList(0, 3).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualTo(foot.getLast()));
        assertThat(table.notifiedByYear().getLast()).isEqualTo("30000.00");
        assertThat(table.funded()).isEqualTo("78000.00");
        assertThat(table.openings()).isOne();
        assertThat(table.studies()).isOne();
        assertThat(table.rows().getFirst().committed()).isEqualTo("30000.00");
        assertThat(table.rows().getFirst().cells().get(1).isEmpty()).isTrue();
    }

    /** A place that opens on the first of September begins its bar at two thirds of the year. */
    @Test
    void drawsWhatTheTableSays() {
        ProgrammePicture picture = sheet.picture();

        assertThat(picture.columns()).extracting(ProgrammePicture.Column::x).containsExactly(300, 396, 492);
        assertThat(picture.bars().get(0).committed()).isEqualTo("M302,31h92v14h-92z");
        assertThat(picture.bars().get(0).opening()).isEmpty();
        assertThat(picture.bars().get(1).opening()).startsWith("M363,");
        assertThat(picture.bars().get(2).study()).startsWith("M444,");
        assertThat(picture.height()).isEqualTo(99);
    }

    @Test
    void measuresTheCreditsByWhatIsAvailable() {
        assertThat(sheet.credits().getFirst())
                .extracting(CreditUse::committed, CreditUse::funded)
                .containsExactly(20, 40);
        assertThat(sheet.credits().getLast())
                .extracting(CreditUse::committed, CreditUse::funded)
                .containsExactly(0, 0);
    }

    @Test
    void tellsWhoWaitsAndWhoCouldNotBeChosen() {
        assertThat(sheet.waiting()).singleElement().satisfies(row -> {
            assertThat(row.choice().getName()).isEqualTo("CA qui attend");
            assertThat(row.motif()).isNotNull();
        });
        assertThat(sheet.excluded())
                .containsExactly(
                        new ExclusionGroup(Empechement.NOTIFIE, List.of("CC notifiée")),
                        new ExclusionGroup(Empechement.SANS_PORTEUR, List.of("CC sans porteur")));
    }

    @Test
    void tellsWhoWaitsWhereNobodyComputedWhy() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        envelope.setAttentes(List.of());

        assertThat(ProgrammeExamples.sheet(envelope).waiting())
                .singleElement()
                .satisfies(row -> assertThat(row.motif()).isNull());
    }

    @Test
    void countsWhoWaitsWithItsStudyFunded() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        assertThat(sheet.waitingWithStudy()).isZero();

        envelope.getChoix().get(1).setAttend(true);

        assertThat(ProgrammeExamples.sheet(envelope).waiting()).hasSize(2);
        assertThat(ProgrammeExamples.sheet(envelope).waitingWithStudy()).isOne();
    }

    /** An accent weighs less than a letter. */
    @Test
    void sortsNamesAsFrenchDoes() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        List.of("Zone", "Élan", "Amiens").forEach(name -> barred(envelope, name));

        assertThat(ProgrammeExamples.sheet(envelope).excluded().get(1).names())
                .containsExactly("Amiens", "Élan", "Zone");
    }

    private static void barred(Enveloppe envelope, String name) {
        ChoixEpci choice = ChoixEpci.newBuilder(envelope.getChoix().getFirst())
                .setEpci(name)
                .setName(name)
                .setFinancement(Financement.RIEN)
                .setExclus(List.of(new ChoixExclu(Financement.OUVERTURE, Empechement.TIERS_LIEU_EXISTANT)))
                .build();
        envelope.setChoix(
                Stream.concat(envelope.getChoix().stream(), Stream.of(choice)).toList());
    }

    @Test
    void saysWhatItsValueMeansAndWasVotedAndTheSameEpcisBeforeAndAfter() {
        assertThat(sheet.meaning()).contains("comptés deux fois");
        assertThat(sheet.voted()).isEqualByComparingTo("360000");
        assertThat(sheet.map().before().count()).isEqualTo(4);
        assertThat(sheet.map().after())
                .extracting(points -> points.fate() + " " + points.count())
                .containsExactly("NOTIFIED 1", "OPENS 1", "STUDIES 1", "WAITS 1", "BARRED 0");
        assertThat(sheet.map().before().path().split("M", -1)).hasSize(5);
    }

    @Test
    void tellsWhatATrialChanges() {
        Enveloppe tried = ProgrammeExamples.envelope();
        tried.getChoix().get(1).setYear(2018);
        tried.getChoix().get(2).setFinancement(Financement.ETUDE);

        assertThat(ChoiceChange.between(ProgrammeExamples.envelope(), tried))
                .extracting(change -> change.after().getName())
                .containsExactly("CC de l'Étude", "CA qui attend");
    }

    @Test
    void writesAGuardedTable() {
        List<List<String>> lines = new ArrayList<>();
        ScenarioComputed scenario = ProgrammeExamples.scenario();
        Objects.requireNonNull(scenario.getEnveloppe()).getChoix().getFirst().setName("=1+1");
        ProgrammeFile.of(scenario).texts(lines::add);

        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst())
                .contains("S-000001", "RECONSTITUTION", "OUVERTURE", "2018-09-01", "FINANCE", "10000.00", "'=1+1");
    }

    /** Keeps what it was given: the words, the file of credits, who may read its folder. */
    private static final String WITNESS = """
        echo "$@" > %1$s/words
        for word; do case $word in --credits=*) file=${word#--credits=};; esac; done
        cp $file %1$s/credits; stat -c %%a $(dirname $file) > %1$s/rights; dirname $file > %1$s/folder
        cat %1$s/answer
        """;

    private static final LeverForm LEVERS =
            LeverForm.of(ProgrammeExamples.CREDITS, ProgrammeExamples.envelope(), Map.of("valeur", "SCORE"));

    private final List<String> audited = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void asksForTheCreditsAndReadsTheAnswer() throws IOException {
        Files.writeString(folder.resolve("answer"), RecordJson.of(ProgrammeExamples.envelope()));

        LeverTrial.Started started = started(trials(WITNESS.formatted(folder)));

        assertThat(started.answer().join()).isEqualTo(ProgrammeExamples.envelope());
        assertThat(started.before()).isNull();
        assertThat(Files.readString(folder.resolve("words")))
                .contains("essai", "--valeur=SCORE", "--as-of=N-000001", "--json");
        assertThat(Files.readString(folder.resolve("credits")))
                .isEqualTo(LEVERS.credits().text());
        assertThat(Files.readString(folder.resolve("rights"))).isEqualToIgnoringNewLines("700");
        assertThat(Path.of(Files.readString(folder.resolve("folder")).strip())).doesNotExist();
        assertThat(audited).first().isEqualTo("c-1 TRIAL S-000001 STARTED");
    }

    @Test
    void saysWhyInTheWordsOfTheProgramOrThatItSaidNothing() {
        assertThat(refusal("echo 'Lecture de l’exécution…' >&2; echo 'En 2018, il manque 12 €.' >&2; exit 2")
                        .said(Messages.ofThePages()))
                .isEqualTo("En 2018, il manque 12 €.");
        assertThat(refusal("exit 1")).hasMessage("operation.refus.muet");
        assertThat(refusal("echo bonjour")).hasMessage("operation.refus.programme");
        assertThatThrownBy(() -> started(trials())).hasMessage("operation.refus.absent");
    }

    @Test
    void runsBesideOneAtATimeSaysHowFarItIsAndStops() {
        LeverTrial trials = trials("echo 'Recherche du meilleur choix…' >&2; exec sleep 30");
        LeverTrial.Started first = started(trials);

        assertThat(first.answer()).isNotDone();
        assertThatThrownBy(() -> started(trials)).hasMessage("programmation.refus.occupe");
        until(() -> first.stage().equals("Recherche du meilleur choix…"));
        trials.stop("1", "c-1");
        assertThat(refusal(first)).hasMessage("programmation.essai.arrete");

        LeverTrial.Started second = trials.start(LEVERS, "S-000001", "N-000002", "c-1");
        assertThat(second.before()).isEqualTo("N-000001");
        assertThat(trials.find("1")).isEmpty();
        assertThat(trials.find("2")).contains(second);
        trials.stop("2", "c-1");
    }

    private OperationRefused refusal(String script) {
        return refusal(started(trials(script)));
    }

    private static OperationRefused refusal(LeverTrial.Started started) {
        Throwable ended = Objects.requireNonNull(catchThrowable(started.answer()::join));
        return (OperationRefused) Objects.requireNonNull(ended.getCause());
    }

    private static LeverTrial.Started started(LeverTrial trials) {
        return trials.start(LEVERS, "S-000001", "N-000001", "c-1");
    }

    /** One that has said how far it is. */
    static LeverTrial.Started saying(String... stages) {
        String script =
                Stream.of(stages).map(stage -> "echo \"" + stage + "\" >&2; ").collect(Collectors.joining());
        LeverTrial.Started started = started(new ProgrammationPageTest().trials(script));
        until(() -> started.stage().equals(stages[stages.length - 1]));
        return started;
    }

    private LeverTrial trials(String script) {
        return trials("/bin/sh", "-c", script, "sh");
    }

    private LeverTrial trials(String... words) {
        OperatorProgram program = OperationRunners.program(words);
        return new LeverTrial(program, OperationRunners.of(program, audited::add));
    }

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";

    @Test
    void asksForTheSameCreditsWhereNothingIsTyped() {
        assertThat(form(Map.of()).credits().text()).isEqualTo(ProgrammeExamples.CREDITS.text());
        assertThat(form(Map.of("valeur", "RIEN")).valeur()).isEqualTo(Valeur.HABITANTS);
    }

    @Test
    void takesEachLeverAsFrenchPeopleWriteIt() {
        LeverForm form = form(Map.of(
                "2018-ETUDE", "1\u00a0000,50 €",
                "part", "40 %",
                "ouvertures-02", "0",
                "ouvertures-80", "2",
                "besoin", "25",
                "valeur", "SCORE"));

        assertThat(form.credits().text())
                .isEqualTo(HEADER
                        + "CREDIT;2018;ETUDE;400.20;oui;;\nCREDIT;2018;FONCTIONNEMENT;24000.20;oui;;\n"
                        + "PROMIS_AILLEURS;2018;ETUDE;400.20;;;\nOUVERTURES_MINIMUM;;;;;80;2\n"
                        + "PART_BESOIN_ELEVE;;;;;;25\n");
        assertThat(form.valeur()).isEqualTo(Valeur.SCORE);
    }

    /** The program refuses credits of which more is promised elsewhere than is voted. */
    @Test
    void promisesNoMoreThanAShareLeavesOfTheVotes() {
        assertThat(form(Map.of("part", "5")).credits().text())
                .contains("CREDIT;2018;ETUDE;3000.00", "PROMIS_AILLEURS;2018;ETUDE;3000.00");
        assertThat(form(Map.of("part", "50")).credits().text())
                .contains("CREDIT;2018;ETUDE;30000.00", "PROMIS_AILLEURS;2018;ETUDE;10000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-ETUDE, -5, montant",
        "2018-ETUDE, '=1+1', montant",
        "2018-ETUDE, '1;2', montant",
        "2018-ETUDE, '', montant",
        "2018-ETUDE, 99999999999, montant",
        "part, 1000, pourcentage",
        "part, beaucoup, pourcentage",
        "besoin, 101, part des ouvertures",
        "besoin, '<b>', part des ouvertures",
        "ouvertures-80, 1.5, nombre d’ouvertures"
    })
    void saysWhatIsWrong(String field, String typed, String what) {
        assertThatThrownBy(() -> form(Map.of(field, typed)).credits())
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refused ->
                                assertThat(refused.said(Messages.ofThePages())).contains(what, "«\u00a0"));
    }

    private static LeverForm form(Map<String, String> typed) {
        return LeverForm.of(ProgrammeExamples.CREDITS, ProgrammeExamples.envelope(), typed);
    }
}
