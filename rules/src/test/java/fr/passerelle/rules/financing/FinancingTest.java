package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.Projects.outcomes;
import static fr.passerelle.rules.financing.Projects.plan;
import static fr.passerelle.schemas.bareme.Reglement.Annees.CIVILE;
import static fr.passerelle.schemas.bareme.Reglement.Annees.CONVENTION;
import static fr.passerelle.schemas.event.AidLineName.ETUDE;
import static fr.passerelle.schemas.event.AidLineName.FONCTIONNEMENT_1;
import static fr.passerelle.schemas.event.AidLineName.INVESTISSEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases and edges of RULES 5, as {@code docs/worked-cases.md} computes them, to the cent; and that each euro says where it comes from. */
class FinancingTest {

    @Test
    void aidsCaseOneUpToEveryCeiling() {
        List<AidLine> lines = lines(Reglements.of2017(), Projects.caseOne());

        assertThat(Projects.aids(lines)).containsExactly("10000.00", "15000.00", "45000.00", "30000.00", "15000.00");
        assertThat(decisions(lines)).containsOnly("PLAFOND");
        assertThat(total(lines, AidLine::getAid)).isEqualTo("115000.00");
        assertThat(total(lines, AidLine::getLeft)).isEqualTo("163000.00");
    }

    @Test
    void aidsCaseOneOnCappedCosts() {
        List<AidLine> lines = lines(Reglements.with("plafond_porte_sur", "COUT"), Projects.caseOne());

        assertThat(Projects.aids(lines)).containsExactly("8000.00", "15000.00", "33750.00", "15000.00", "3750.00");
        assertThat(total(lines, AidLine::getAid)).isEqualTo("75500.00");
        assertThat(total(lines, AidLine::getLeft)).isEqualTo("202500.00");
    }

    @Test
    void aidsCaseTwoWithoutItsRefusedStudy() {
        List<AidLine> lines = lines(
                Reglements.of2017(),
                Projects.running(Projects.investment("18437.55"), "41333.33", "42160.00", "43003.22")
                        .setEtude(EtudeState.REFUSEE));

        assertThat(Projects.aids(lines)).containsExactly("0.00", "9218.78", "31000.00", "21080.00", "10750.81");
        assertThat(decisions(lines)).containsExactly("REFUSEE", "TAUX", "TAUX", "TAUX", "TAUX");
        assertThat(total(lines, AidLine::getAid)).isEqualTo("72049.59");
        assertThat(total(lines, AidLine::getLeft)).isEqualTo("72884.51");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", ", "})
    void aidsCaseThreeWithoutInvestment(@Nullable BigDecimal investment, @Nullable String aid) {
        List<AidLine> lines = lines(
                Reglements.of2017(),
                Projects.running("60000", "60000", "60000")
                        .setCostEtude(new BigDecimal("12500"))
                        .setCostInvestissement(investment));

        assertThat(Projects.aids(lines)).containsExactly("10000.00", aid, "45000.00", "30000.00", "15000.00");
        assertThat(total(lines, AidLine::getAid)).isEqualTo("100000.00");
        assertThat(total(lines, AidLine::getLeft)).isEqualTo("92500.00");
    }

    @Test
    void aidsAStudyByItsRateUnderTheCeiling() {
        assertThat(told(line(ETUDE, Reglements.of2017(), Projects.etude("9999.99"))))
                .isEqualTo("7999.99 2000.00 TAUX");
    }

    /** CGCT L1111-10 III: a fifth is the barème's own, nobody has to ask for it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 15000.00 15000.00 TAUX", "12000, 0, 15000.00 3000.00 TAUX",
        "0, 0.20, 15000.00 15000.00 TAUX", "12000, 0.20, 12000.00 6000.00 PARTICIPATION_MINIMALE",
        "12000, 0.30, 9000.00 9000.00 PARTICIPATION_MINIMALE", "26000, 0.20, 0.00 4000.00 PARTICIPATION_MINIMALE",
        "20000, 0, 10000.00 0.00 AUTRES_AIDES", "31000, 0, 0.00 0.00 AUTRES_AIDES"
    })
    void leavesTheEpciItsShareOfAnInvestment(BigDecimal otherAid, String kept, String told) {
        assertThat(told(line(
                        INVESTISSEMENT,
                        Reglements.with("participation_minimale", kept),
                        Projects.investment("30000").setOtherPublicAid(otherAid))))
                .isEqualTo(told);
    }

    /** 15 000 of 18 437.55 would leave the EPCI 18.6 %: a fifth, 3 687.51, is its own. */
    @Test
    void holdsALumpSumUnderTheShareThatTheEpciKeepsToo() {
        Reglement lumpSum = Reglements.with("assiette_investissement", "FORFAIT");

        assertThat(line(INVESTISSEMENT, lumpSum, Projects.investment("18437.55"))
                        .getAid())
                .isEqualTo("14750.04");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAFONNEE, 18437.55, 9218.78, TAUX", "PLAFONNEE, 48000, 15000.00, PLAFOND",
        "FORFAIT, 18437.55, 15000.00, FORFAIT", "FORFAIT, 12000, 12000.00, COUT",
        "FORFAIT, 15000, 15000.00, FORFAIT", "MINIMUM, 18437.55, 0.00, SOUS_LE_MINIMUM",
        "MINIMUM, 30000, 15000.00, PLAFOND", "MINIMUM, 48000, 15000.00, PLAFOND"
    })
    void readsTheBaseOfTheInvestmentAsTheBaremeSays(String reading, String cost, String aid, String decidedBy) {
        AidLine line = line(INVESTISSEMENT, Reglements.reading(reading), Projects.investment(cost));

        assertThat(line.getAid()).isEqualTo(aid);
        assertThat(line.getDecidedBy()).isEqualTo(decidedBy);
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTISSEMENT, 15000.00, 26000, 13000.00", "INVESTISSEMENT, 15000.00, 34000, 15000.00",
        "INVESTISSEMENT, 13000.00, 30000, 13000.00", "ETUDE, 8000.00, 9999.99, 7999.99",
        "FONCTIONNEMENT_2, 20000.00, 50000, 20000.00"
    })
    void paysOnTheActualCostAndNeverAboveWhatWasNotified(
            AidLineName line, BigDecimal notified, BigDecimal spent, String paid) {
        Financing financing = new Financing(Reglements.of2017(), Projects.SIREN, null);

        assertThat(financing.paid(line, spent, notified)).isEqualTo(paid);
    }

    @Test
    void deductsReceiptsOnlyWhereTheBaremeSaysSo() {
        Intercommunalite.Builder project =
                Projects.running("60000", "60000", "60000").setReceipts(new BigDecimal("12000"));

        AidLine whole = line(FONCTIONNEMENT_1, Reglements.of2017(), project);
        AidLine deducted = line(FONCTIONNEMENT_1, Reglements.with("recettes_deduites", "true"), project);

        assertThat(told(whole)).isEqualTo("45000.00 15000.00 TAUX");
        assertThat(told(deducted)).isEqualTo("36000.00 12000.00 TAUX");
        assertThat(deducted.getCost()).isEqualTo("60000.00");
    }

    @ParameterizedTest
    @CsvSource({", 0.00, ETUDE_PREALABLE", "ACCEPTEE, 0.00, ETUDE_PREALABLE", "RENDUE, 15000.00, PLAFOND"})
    void waitsForTheStudyWhereTheBaremeSaysSo(@Nullable EtudeState state, String aid, String decidedBy) {
        List<AidLine> lines = lines(
                Reglements.with("etude_prealable", "true"), Projects.caseOne().setEtude(state));

        assertThat(lines.get(0).getAid()).isEqualTo("10000.00");
        assertThat(lines.get(1).getAid()).isEqualTo(aid);
        assertThat(lines.get(1).getDecidedBy()).isEqualTo(decidedBy);
        assertThat(lines.get(1).getCost()).isEqualTo("48000.00");
        assertThat(lines.get(4).getDecidedBy()).isEqualTo(decidedBy);
    }

    @Test
    void waitsForTheStudyAlsoWithoutACost() {
        AidLine line = line(INVESTISSEMENT, Reglements.with("etude_prealable", "true"), Projects.silent());

        assertThat(line.getAid()).isEqualTo("0.00");
        assertThat(line.getCost()).isNull();
    }

    @Test
    void givesOnlyTheStudyWithoutATiersLieu() {
        List<AidLine> lines = financing(Projects.caseOne()).lines(false);

        assertThat(Projects.aids(lines)).containsExactly("10000.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(decisions(lines).subList(1, 5)).containsOnly("SANS_TIERS_LIEU");
        assertThat(lines.subList(1, 5)).allSatisfy(line -> {
            assertThat(line.getCost()).isNull();
            assertThat(line.getLeft()).isNull();
        });
    }

    @Test
    void givesNoAmountWhereNoCostIsKnown() {
        List<AidLine> lines = new Financing(Reglements.of2017(), Projects.SIREN, null).lines(true);

        assertThat(lines).hasSize(5).allSatisfy(line -> {
            assertThat(line.getAid()).isNull();
            assertThat(line.getDecidedBy()).isEqualTo("COUT_INCONNU");
        });
    }

    @Test
    void aidsARefusedStudyWithNothingWhateverItsCost() {
        AidLine line = line(ETUDE, Reglements.of2017(), Projects.etude("14000").setEtude(EtudeState.REFUSEE));

        assertThat(line.getAid()).isEqualTo("0.00");
        assertThat(line.getCost()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"AIDE, 115000.00", "COUT, 75500.00"})
    void totalsTheTheoreticalCeilingApart(String ceilingOf, String ceiling) {
        Reglement reglement = Reglements.with("plafond_porte_sur", ceilingOf);

        assertThat(new Financing(reglement, Projects.SIREN, null).ceiling().value())
                .isEqualTo(ceiling);
    }

    @Test
    void showsTheRateAndTheCeilingOfEachLine() {
        AidLine line = line(ETUDE, Reglements.of2017(), Projects.silent());

        assertThat(line.getRate()).isEqualTo("0.8000");
        assertThat(line.getCeiling()).isEqualTo("10000.00");
    }

    private static List<AidLine> lines(Reglement reglement, Intercommunalite.Builder project) {
        return new Financing(reglement, Projects.SIREN, project.build()).lines(true);
    }

    private static AidLine line(AidLineName name, Reglement reglement, Intercommunalite.Builder project) {
        return lines(reglement, project).stream()
                .filter(line -> line.getLine() == name)
                .findFirst()
                .orElseThrow();
    }

    /** Its aid, what it leaves, and what decided. */
    private static String told(AidLine line) {
        return line.getAid() + " " + line.getLeft() + " " + line.getDecidedBy();
    }

    private static List<String> decisions(List<AidLine> lines) {
        return lines.stream().map(AidLine::getDecidedBy).toList();
    }

    private static BigDecimal total(List<AidLine> lines, Function<AidLine, @Nullable BigDecimal> amount) {
        return lines.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static final LocalDate OPENING = LocalDate.of(2018, 9, 1);

    @Test
    void leavesCivilYearsWhole() {
        assertThat(BudgetYears.of(OPENING, aids("20000", "60000", "60000"), CIVILE))
                .containsExactly(
                        entry(2018, new BigDecimal("15000.00")),
                        entry(2019, new BigDecimal("30000.00")),
                        entry(2020, new BigDecimal("15000.00")));
    }

    @Test
    void splitsByDaysOfMonthsOfThirtyAndGivesTheOddCentToTheLastPart() {
        assertThat(BudgetYears.of(OPENING, euros("45000.01"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("15000.00")), entry(2019, new BigDecimal("30000.01")));
        assertThat(BudgetYears.of(LocalDate.of(2018, 9, 16), euros("36000.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("10500.00")), entry(2019, new BigDecimal("25500.00")));
        assertThat(BudgetYears.of(LocalDate.of(2018, 12, 31), euros("36000.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("100.00")), entry(2019, new BigDecimal("35900.00")));
        assertThat(BudgetYears.of(LocalDate.of(2018, 1, 1), euros("45000.00", "0.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("45000.00")));
    }

    private static List<BigDecimal> aids(String first, String second, String third) {
        return financing(Projects.running(first, second, third)).lines(true).subList(2, 5).stream()
                .map(AidLine::getAid)
                .toList();
    }

    private static List<BigDecimal> euros(String... amounts) {
        return Stream.of(amounts).map(BigDecimal::new).toList();
    }

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
    void callsALumpSumThatIsExactlyTheCostOneAndStopsAtTheBaseWithoutACost() {
        assertThat(trace(INVESTISSEMENT, Reglements.reading("FORFAIT"), Projects.investment("15000")))
                .contains("FORFAIT epci:200000001 (cout 15000 EUROS, base_votee 30000 EUROS, taux 0.5 PART) ->"
                        + " 15000.00 *");
        assertThat(trace(ETUDE, Reglements.of2017(), Projects.silent()))
                .containsExactly(
                        "ETUDE epci:200000001 (etude - CODE) -> A_FINANCER",
                        "ASSIETTE epci:200000001 (cout - EUROS) -> COUT_INCONNU *");
    }

    @Test
    void writesWhyYearFourHasACostOrNone() {
        Financing told = financing(Projects.silent().setCostAnimation4(new BigDecimal("43900")));

        assertThat(told.yearFour(true).value()).isEqualTo("43900.00");
        assertThat(told.yearFour(false).value()).isNull();

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

    @Test
    void givesCaseThreeNoInvestmentAndFourBudgetYears() {
        Plan plan = plan(Projects.running("60000", "60000", "60000")
                .setOpening(OPENING)
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
}
