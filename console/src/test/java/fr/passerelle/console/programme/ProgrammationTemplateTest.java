package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.programme.ProgrammationPage.ProgrammationStudy;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.published.programme.ChoiceChange;
import fr.passerelle.published.programme.ProgrammeExamples;
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
        assertThat(shown("LECTEUR", study(true, null, null)))
                .contains(
                        "Scénario S-000001, calculé",
                        "(reconstitution)",
                        "CC de l’Ouverture",
                        "ouvre le 1er septembre 2018")
                .contains("notifié\u00a0: 30\u00a0000\u00a0€", "M302,31h92v14h-92z", "Le plus possible")
                .contains("12\u00a0000,50\u00a0€ en 2019", "Le crédit qui manque.", "Il ne décide rien")
                .contains("Personne n’est nommé pour porter le projet", "CC sans porteur")
                .contains("comptés deux fois où le besoin est moyen", "celle de ce scénario")
                .contains("Pondérés par le besoin", "Aisne\u00a0: au moins une ouverture", "25\u00a0%")
                .contains("jamais une promesse", "12,5", "sort-waits", "/api/v1/scenarios/S-000001", "programme.csv")
                .contains("seraient financés", "lieu ouvrirait", "dont l’ouverture ne pouvait être choisie")
                .doesNotContain("??", "null", "<form class=\"leviers\"");
    }

    /** Each foot of the years ends with its sum. */
    @Test
    void addsUpTheYears() throws Exception {
        String foot =
                shown("LECTEUR", study(true, null, null)).split("<tfoot>")[1].split("</tfoot>")[0];

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

        assertThat(shown("ANALYSTE", study(old, true, trial, null)))
                .contains("dont une dont l’étude serait aidée", "L’essai part de l’exécution publiée");
        assertThat(shown("ANALYSTE", study(true, trial, null))).doesNotContain("L’essai part de");
    }

    @Test
    void tellsWhomToAskOnRealData() throws Exception {
        assertThat(shown("LECTEUR", study(true, null, null))).doesNotContain("Adressez votre demande");
        ScenarioView real = ScenarioExamples.real("Adressez votre demande à : Mission numérique.");
        assertThat(shown("LECTEUR", study(real, true, null, null)))
                .contains("Adressez votre demande à : Mission numérique.");
    }

    @Test
    void offersTheLeversToWhoMayPullThem() throws Exception {
        assertThat(shown("ANALYSTE", study(true, null, null)))
                .contains(
                        "name=\"2018-FONCTIONNEMENT\"",
                        "value=\"60000,50\"",
                        "name=\"ouvertures-02\"",
                        "name=\"besoin\"");
        assertThat(shown("ANALYSTE", study(false, null, null)))
                .contains("./passerelle enveloppe essai")
                .doesNotContain("<form class=\"leviers\"");
    }

    @Test
    void showsATrialBesideTheScenario() throws Exception {
        Enveloppe tried = ProgrammeExamples.envelope();
        tried.getChoix().get(1).setYear(2018);
        TrialView trial =
                new TrialView(ScenarioExamples.sheet(tried), ChoiceChange.between(ProgrammeExamples.envelope(), tried));

        assertThat(shown("ANALYSTE", study(true, trial, null)))
                .contains(
                        "L’essai, à côté du scénario",
                        "Une intercommunalité change",
                        "aide à l’étude en 2019",
                        "aide à l’étude en 2018")
                .contains("Ce que l’essai financerait", "ni décidé")
                .doesNotContain("??");
        tried.setValeur(Valeur.SCORE);
        assertThat(shown("ANALYSTE", study(true, trial, null))).contains("leurs niveaux ne se comparent pas");
    }

    @Test
    void showsWhyATrialWasRefusedAsText() throws Exception {
        assertThat(shown("ANALYSTE", study(true, null, "<script>alert(1)</script>")))
                .contains("role=\"alert\">&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void tellsWhatToTypeWhereNothingWasComputed() throws Exception {
        assertThat(shown("LECTEUR", new ProgrammationStudy(List.of(), null, null, true, null, null)))
                .contains("Aucun scénario n’est encore calculé", "./passerelle enveloppe plan --credits")
                .doesNotContain("??");
    }

    private static ProgrammationStudy study(boolean possible, @Nullable TrialView trial, @Nullable String refusal) {
        return study(SCENARIO, possible, trial, refusal);
    }

    private static ProgrammationStudy study(
            ScenarioView scenario, boolean possible, @Nullable TrialView trial, @Nullable String refusal) {
        return new ProgrammationStudy(
                List.of(scenario.line()),
                scenario,
                LeverForm.of(scenario.credits(), scenario.sheet().envelope(), Map.of()),
                possible,
                trial,
                refusal);
    }

    private static String shown(String role, ProgrammationStudy study) throws Exception {
        return Templates.show(
                "programme/une",
                role,
                Map.of("page", study, "section", "programmation", "run", RUN, "reconstitution", true));
    }
}
