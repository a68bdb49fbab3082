package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.console.programme.ProgrammationPage.ProgrammationStudy;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.TrialView;
import fr.passerelle.console.programme.ProgrammationPage.TrialStudy;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Valeur;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammationTemplateTest {

    private static final PublishedRun RUN = new PublishedRun(
            1, "N-000001", "2017-10", Baremes.load(Baremes.DEFAULT), true, "ab".repeat(32), Instant.EPOCH);
    private static final ScenarioView SCENARIO = ScenarioExamples.view();

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
                .doesNotContain("??", "null", "<form class=\"leviers\"");
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
        ScenarioView old = ScenarioExamples.view(envelope, false);
        TrialView trial = new TrialView(old.sheet(), List.of());

        assertThat(shown("ANALYSTE", study(old, true)))
                .contains("dont une dont l’étude serait aidée", "name=\"depart\"", "N-000002, celle qui est publiée");
        assertThat(tried(tried(old, "N-000002", trial, null)))
                .contains(
                        "alert-warning",
                        "Cet essai part de l’exécution N-000002",
                        "et non de celle du scénario S-000001",
                        "L’essai d’avant partait de N-000001");
        assertThat(tried(tried(old, old.start(), trial, null)))
                .contains("comme le scénario S-000001")
                .doesNotContain("alert-warning", "L’essai d’avant");
    }

    @Test
    void tellsWhomToAskOnRealData() throws Exception {
        assertThat(shown("LECTEUR", study(true))).doesNotContain("Adressez votre demande");
        ScenarioView real = ScenarioExamples.real("Adressez votre demande à : Mission numérique.");
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
        TrialView trial =
                new TrialView(ScenarioExamples.sheet(tried), ChoiceChange.between(ProgrammeExamples.envelope(), tried));

        assertThat(tried(tried(SCENARIO, SCENARIO.start(), trial, null)))
                .contains(
                        "L’essai, à côté du scénario",
                        "Une intercommunalité change",
                        "aide à l’étude en 2019",
                        "aide à l’étude en 2018")
                .contains("Ce que l’essai financerait", "ni décidé")
                .doesNotContain("??");
        tried.setValeur(Valeur.SCORE);
        assertThat(tried(tried(SCENARIO, SCENARIO.start(), trial, null))).contains("leurs niveaux ne se comparent pas");
    }

    @Test
    void showsWhyATrialWasRefusedAsText() throws Exception {
        assertThat(tried(tried(SCENARIO, SCENARIO.start(), null, "<script>alert(1)</script>")))
                .contains("role=\"alert\">&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void tellsWhatToTypeWhereNothingWasComputed() throws Exception {
        assertThat(shown("LECTEUR", new ProgrammationStudy(List.of(), null, null, true, null)))
                .contains("Aucun scénario n’est encore calculé", "./passerelle enveloppe plan --credits")
                .doesNotContain("??");
    }

    @Test
    void showsHowFarATrialIsAndHowToStopItWithoutAScript() throws Exception {
        assertThat(tried(tried(SCENARIO, SCENARIO.start(), null, null)))
                .contains(
                        "http-equiv=\"refresh\"",
                        "hx-trigger=\"every 2s\"",
                        "En cours depuis 3 secondes",
                        "/programmation/essai/2/arreter",
                        "Recherche du meilleur choix…")
                .doesNotContain("??", "<form class=\"leviers\"");
    }

    @Test
    void saysFirstWhatHalfTheMoneyWouldFund() throws Exception {
        assertThat(shown("LECTEUR", study(true)).split("titre-annees")[0].replaceAll("[\u00a0\u202f]", " "))
                .contains(
                        "Avec la moitié des crédits",
                        "180 000 € au lieu de 360 000 € : 2 lieux ouvriraient au lieu de 4",
                        "10 000 habitants");
    }

    private static TrialStudy tried(
            ScenarioView scenario, String run, @Nullable TrialView trial, @Nullable String refusal) {
        LeverForm levers = LeverForm.of(scenario.credits(), scenario.sheet().envelope(), Map.of());
        LeverTrial.Started started = LeverTrialTest.saying("Lecture de l'exécution…", "Recherche du meilleur choix…");
        return new TrialStudy(
                scenario,
                levers,
                new LeverTrial.Started(2, run, "N-000001", Map.of(), started.operation(), started.answer()),
                3,
                trial,
                refusal,
                null);
    }

    private static String tried(TrialStudy study) throws Exception {
        return Templates.show(
                "programme/essai",
                "ANALYSTE",
                Map.of("page", study, "section", "programmation", "run", RUN, "reconstitution", true));
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
        return Templates.show(
                "programme/une",
                role,
                Map.of("page", study, "section", "programmation", "run", RUN, "reconstitution", true));
    }
}
