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
                .doesNotContain("??", "null", "<form class=\"leviers\"");
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
                .contains("L’essai, à côté du scénario", "Une intercommunalité change", "étude 2019", "étude 2018")
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
        return new ProgrammationStudy(
                List.of(SCENARIO.line()),
                SCENARIO,
                LeverForm.of(SCENARIO.credits(), SCENARIO.sheet().envelope(), Map.of()),
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
