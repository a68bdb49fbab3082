package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.plan.PlanView.ProjectView;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.schemas.event.Commune;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectTemplateTest {

    private static final ProjectView PROJECT = new ProjectView(
            List.of(List.of("Étude de faisabilité", "rendue")),
            List.of(new DocumentBlock("paragraphe", "Estimation.", List.of(), List.of())),
            List.of(new DocumentBlock(
                    "table", "Reste à charge", List.of("Commune", "Total"), List.of(List.of("Bourg-A", "1 €")))),
            List.of(
                    new Commune("02001", "Bourg-A", 10, 49.0, 3.0, null),
                    new Commune("02002", "Bourg-B", 10, 49.0, 3.0, null)),
            DivisionKey.SEANCES,
            "02002");

    @Test
    void tellsWhereAnEpciStandsBeforeAnyFold() throws Exception {
        assertThat(shown("plan/projet :: situation(projet=${projet})"))
                .contains("Où en est l’intercommunalité", "Étude de faisabilité", "rendue")
                .doesNotContain("??", "<details");
    }

    /** A form of the page itself: it works without a script, and comes back to the fold with what was chosen. */
    @Test
    void letsOneChooseTheKeyAndTheCommuneThatLeaves() throws Exception {
        assertThat(shown("plan/projet :: projet(siren='200000001',projet=${projet})"))
                .contains(
                        "method=\"get\" action=\"/intercommunalites/200000001#partage\"",
                        "Estimation.",
                        "<td class=\"nombre\">1 €</td>")
                .containsPattern("value=\"seances\"\\s+selected=\"selected\"")
                .containsPattern("value=\"02002\"\\s+selected=\"selected\">Bourg-B<")
                .doesNotContain("??");
    }

    private static String shown(String view) throws Exception {
        return Templates.show(view, "LECTEUR", Map.of("projet", PROJECT));
    }
}
