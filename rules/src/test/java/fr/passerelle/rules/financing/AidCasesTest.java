package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.Projects.outcomes;
import static fr.passerelle.rules.financing.Projects.plan;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says of RULES 5 beside its lines of aid: case 3 by budget year, and what splits nothing. */
class AidCasesTest {

    @Test
    void givesCaseThreeNoInvestmentAndFourBudgetYears() {
        Plan plan = plan(caseThree()
                .setCostEtude(new BigDecimal("12500"))
                .setCostInvestissement(BigDecimal.ZERO)
                .setCostAnimation4(new BigDecimal("61000")));

        assertThat(Projects.aids(plan.getAid()))
                .containsExactly("10000.00", "0.00", "45000.00", "30000.00", "15000.00");
        assertThat(plan.getAidTotal()).isEqualTo("100000.00");
        assertThat(plan.getLeftTotal()).isEqualTo("92500.00");
        assertThat(plan.getBudget())
                .containsExactly(
                        new BudgetAnnuel(2018, new BigDecimal("15000.00")),
                        new BudgetAnnuel(2019, new BigDecimal("40000.00")),
                        new BudgetAnnuel(2020, new BigDecimal("25000.00")),
                        new BudgetAnnuel(2021, new BigDecimal("10000.00")));
        assertThat(outcomes(plan, "ANNEES_BUDGETAIRES")).containsExactly("REPARTIE");
        assertThat(outcomes(plan, "PLAFOND_DU_DISPOSITIF")).containsExactly("115000.00");
        assertThat(plan.getYear4Cost()).isEqualTo("61000.00");
        assertThat(outcomes(plan, "ANNEE_4")).containsExactly("61000.00");
    }

    /** Of two years of three known, a budget of them alone would read as a whole one. */
    @ParameterizedTest
    @CsvSource({
        ", 0, 60000, OUVERTURE_INCONNUE", "2018-09-01, 0,, AIDE_INCONNUE",
        "2018-09-01, 60000,, AIDE_INCONNUE", "2018-09-01, 0, 0, SANS_AIDE"
    })
    void splitsNothingWhereTheOpeningOrTheAidOfAYearIsUnknown(
            @Nullable LocalDate opening, String firstAndSecond, @Nullable BigDecimal third, String why) {
        Plan plan = plan(Projects.running(firstAndSecond, firstAndSecond, "0")
                .setOpening(opening)
                .setCostAnimation3(third));

        assertThat(plan.getBudget()).isEmpty();
        assertThat(outcomes(plan, "ANNEES_BUDGETAIRES")).containsExactly(why);
    }

    private static Intercommunalite.Builder caseThree() {
        return Projects.running("60000", "60000", "60000").setOpening(LocalDate.of(2018, 9, 1));
    }
}
