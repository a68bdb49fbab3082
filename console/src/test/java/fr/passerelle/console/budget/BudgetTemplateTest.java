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
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final Pattern COLOUR = Pattern.compile("(--[\\w-]+): (#[0-9a-f]{6});");
    private static final Pattern LINE = Pattern.compile("--budget-[\\w-]+: (#[0-9a-f]{6});");

    @Test
    void areOfEachLineInBothThemesAndOfNoProposal() throws IOException {
        List<String> lines = colours("budget.css", LINE);
        List<String> proposals = colours("passerelle.css", COLOUR);

        assertThat(lines).hasSize(2 * AidLineName.values().length).doesNotHaveDuplicates();
        assertThat(proposals).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(lines);
        assertThat(read("js/budget.js")).contains("--budget-").doesNotContain("--tiers-lieu", "--etape", "--instruire");
    }

    private static List<String> colours(String sheet, Pattern pattern) throws IOException {
        return pattern.matcher(read("css/" + sheet))
                .results()
                .map(BudgetTemplateTest::last)
                .toList();
    }

    private static String last(MatchResult found) {
        return found.group(found.groupCount());
    }

    private static String read(String name) throws IOException {
        try (var in = BudgetTemplateTest.class.getResourceAsStream("/static/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
