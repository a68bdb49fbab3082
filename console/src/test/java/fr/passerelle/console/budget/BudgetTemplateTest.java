package fr.passerelle.console.budget;

import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.page.Templates;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTemplateTest {

    @Test
    void saysWhatSessionsCostAndHowManyEtapesNobodyPays() throws Exception {
        Plan plan = BarePlan.of("1")
                .setRooms(List.of(room("A").build()))
                .setEtapes(2)
                .setSessionsAMonth(4)
                .setAnimateursEtp(new BigDecimal("0.345000"))
                .build();
        Conversion unpaid = etape("A", "A");
        unpaid.setPayeur(Payeur.A_TROUVER);
        PublishedResults published = published(List.of(plan), List.of(unpaid), List.of());

        BudgetPage.BudgetStudy study = new BudgetPage.BudgetStudy(
                AidBudget.of(published), AreaFigures.of(SynthesisArea.region(published), published), List.of(), null);

        assertThat(Templates.show(
                                "budget/budget :: content",
                                "LECTEUR",
                                Map.of("page", study, "section", "budget", "run", published.run()))
                        .replaceAll("[\\u00a0\\u202f]", " "))
                .contains("2 étapes nomades demandent 0,3 temps plein d’animateur, de l’ordre de 12 000 € par an"
                        + " (à 35 000 € chacun : un choix du projet, pas un budget). Pour une, qui paiera reste à"
                        + " trouver.");
    }
}
