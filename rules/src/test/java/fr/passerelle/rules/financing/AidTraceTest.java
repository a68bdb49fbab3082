package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.Projects.outcomes;
import static fr.passerelle.rules.financing.Projects.plan;
import static fr.passerelle.schemas.event.AidLineName.ETUDE;
import static fr.passerelle.schemas.event.AidLineName.FONCTIONNEMENT_1;
import static fr.passerelle.schemas.event.AidLineName.INVESTISSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each euro says where it comes from: its base, its rate, what bounds it, and which of these decided; and what a plan says of RULES 5 beside its lines. */
class AidTraceTest {

    private static final String GATE = "tiers_lieu_propose OUI OUI_NON, etude_prealable NON OUI_NON, etude - CODE";

    @Test
    void writesTheCeilingThatDecidesAStudy() {
        assertThat(trace(ETUDE, Reglements.of2017(), Projects.etude("14000").setEtude(EtudeState.ACCEPTEE)))
                .containsExactly(
                        "ETUDE epci:200000001 (etude ACCEPTEE CODE) -> A_FINANCER",
                        "ASSIETTE epci:200000001 (cout 14000 EUROS) -> 14000.00",
                        "TAUX epci:200000001 (assiette 14000 EUROS, taux 0.8 PART) -> 11200.00",
                        "PLAFOND epci:200000001 (aide_au_taux 11200 EUROS, plafond 10000 EUROS, plafond_porte_sur AIDE"
                                + " CODE, taux 0.8 PART) -> 10000.00 *",
                        "RESTE epci:200000001 (cout 14000 EUROS, aide 10000 EUROS) -> 4000.00");
    }

    @Test
    void writesTheRateThatDecidesAndTheReceiptsItIsDeductedFrom() {
        Intercommunalite.Builder project = Projects.running("40000", "0", "0").setReceipts(new BigDecimal("4000"));

        assertThat(trace(FONCTIONNEMENT_1, Reglements.with("recettes_deduites", "true"), project))
                .containsExactly(
                        "FONCTIONNEMENT epci:200000001 (" + GATE + ") -> A_FINANCER",
                        "ASSIETTE epci:200000001 (cout 40000 EUROS, recettes_deduites OUI OUI_NON, recettes 4000"
                                + " EUROS) -> 36000.00",
                        "TAUX epci:200000001 (assiette 36000 EUROS, taux 0.75 PART) -> 27000.00 *",
                        "PLAFOND epci:200000001 (aide_au_taux 27000 EUROS, plafond 45000 EUROS, plafond_porte_sur AIDE"
                                + " CODE, taux 0.75 PART) -> 27000.00",
                        "RESTE epci:200000001 (cout 40000 EUROS, recettes_deduites OUI OUI_NON, recettes 4000 EUROS,"
                                + " aide 27000 EUROS) -> 9000.00");
    }

    @Test
    void writesWhatBoundsAnInvestmentBesideItsRate() {
        Intercommunalite.Builder project = Projects.investment("30000").setOtherPublicAid(new BigDecimal("20000"));

        assertThat(trace(INVESTISSEMENT, Reglements.of2017(), project))
                .containsExactly(
                        "INVESTISSEMENT epci:200000001 (" + GATE + ") -> A_FINANCER",
                        "ASSIETTE epci:200000001 (cout 30000 EUROS) -> 30000.00",
                        "TAUX epci:200000001 (assiette 30000 EUROS, taux 0.5 PART) -> 15000.00",
                        "PLAFOND epci:200000001 (aide_au_taux 15000 EUROS, plafond 30000 EUROS, plafond_porte_sur COUT"
                                + " CODE, taux 0.5 PART) -> 15000.00",
                        "AUTRES_AIDES epci:200000001 (cout 30000 EUROS, autres_aides 20000 EUROS) -> 10000.00",
                        "PARTICIPATION_MINIMALE epci:200000001 (cout 30000 EUROS, autres_aides 20000 EUROS,"
                                + " participation_minimale 0.2 PART) -> 4000.00 *",
                        "RESTE epci:200000001 (cout 30000 EUROS, autres_aides 20000 EUROS, aide 4000 EUROS) ->"
                                + " 6000.00");
    }

    @Test
    void callsALumpSumThatIsExactlyTheCostALumpSum() {
        assertThat(trace(INVESTISSEMENT, Reglements.reading("FORFAIT").reglement(), Projects.investment("15000")))
                .contains("FORFAIT epci:200000001 (cout 15000 EUROS, base_votee 30000 EUROS, taux 0.5 PART) ->"
                        + " 15000.00 *");
        assertThat(line(INVESTISSEMENT, Reglements.reading("FORFAIT").reglement(), Projects.investment("15000"))
                        .getDecidedBy())
                .isEqualTo("FORFAIT");
    }

    @Test
    void stopsAtTheBaseWithoutACost() {
        assertThat(trace(ETUDE, Reglements.of2017(), Projects.silent()))
                .containsExactly(
                        "ETUDE epci:200000001 (etude - CODE) -> A_FINANCER",
                        "ASSIETTE epci:200000001 (cout - EUROS) -> COUT_INCONNU *");
    }

    @Test
    void writesWhyYearFourHasACostOrNone() {
        Financing told = financing(Projects.silent().setCostAnimation4(new BigDecimal("43900")));

        assertThat(Written.one(told.yearFour(true).step()))
                .isEqualTo("ANNEE_4 epci:200000001 (tiers_lieu_propose OUI OUI_NON, cout 43900 EUROS) -> 43900.00");
        assertThat(Written.one(told.yearFour(false).step()))
                .isEqualTo(
                        "ANNEE_4 epci:200000001 (tiers_lieu_propose NON OUI_NON, cout 43900 EUROS) -> SANS_TIERS_LIEU");
        assertThat(financing(Projects.silent()).yearFour(true).step().getOutcome())
                .isEqualTo("COUT_INCONNU");
    }

    private static Financing financing(Intercommunalite.Builder project) {
        return new Financing(Reglements.of2017(), Projects.SIREN, project.build());
    }

    private static List<String> trace(AidLineName name, Reglement reglement, Intercommunalite.Builder project) {
        return Written.all(line(name, reglement, project).getTrace());
    }

    private static AidLine line(AidLineName name, Reglement reglement, Intercommunalite.Builder project) {
        return new Financing(reglement, Projects.SIREN, project.build())
                .lines(true).stream()
                        .filter(line -> line.getLine() == name)
                        .findFirst()
                        .orElseThrow();
    }

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
