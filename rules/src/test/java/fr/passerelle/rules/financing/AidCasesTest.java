package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.WorkedCases;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table and the sentences of RULES 5, from the facts of an EPCI to its plan: the worked case of Oulchy, with the costs of each case. */
class AidCasesTest {

    private static final String OULCHY = "240200519";
    private static final Bareme VOTED = Reglements.BAREME;

    @Test
    void givesCaseOneItsCeilings() throws IOException {
        Plan plan = plan(VOTED, Projects.caseOne());

        assertThat(aids(plan)).containsExactly("10000.00", "15000.00", "45000.00", "30000.00", "15000.00");
        assertThat(plan.getAidTotal()).isEqualTo("115000.00");
        assertThat(plan.getLeftTotal()).isEqualTo("163000.00");
    }

    @Test
    void givesCaseOneLessWhereCeilingsAreThoseOfCosts() throws IOException {
        Plan plan = plan(Reglements.bareme("plafond_porte_sur", "COUT"), Projects.caseOne());

        assertThat(aids(plan)).containsExactly("8000.00", "15000.00", "33750.00", "15000.00", "3750.00");
        assertThat(plan.getAidTotal()).isEqualTo("75500.00");
        assertThat(plan.getLeftTotal()).isEqualTo("202500.00");
    }

    @Test
    void givesCaseTwoAllButItsRefusedStudy() throws IOException {
        Plan plan = plan(
                VOTED,
                Projects.running(Projects.investment("18437.55"), "41333.33", "42160.00", "43003.22")
                        .setEtude(EtudeState.REFUSEE));

        assertThat(aids(plan)).containsExactly("0.00", "9218.78", "31000.00", "21080.00", "10750.81");
        assertThat(plan.getAidTotal()).isEqualTo("72049.59");
        assertThat(plan.getLeftTotal()).isEqualTo("72884.51");
    }

    @Test
    void givesCaseThreeNoInvestmentAndFourBudgetYears() throws IOException {
        Plan plan = plan(VOTED, caseThree());

        assertThat(aids(plan)).containsExactly("10000.00", "0.00", "45000.00", "30000.00", "15000.00");
        assertThat(plan.getAidTotal()).isEqualTo("100000.00");
        assertThat(plan.getLeftTotal()).isEqualTo("92500.00");
        assertThat(budget(plan)).containsExactly("2018 15000.00", "2019 40000.00", "2020 25000.00", "2021 10000.00");
    }

    @Test
    void leavesTheCivilYearsOfCaseThreeWhole() throws IOException {
        Plan plan = plan(Reglements.bareme("annees", "CIVILE"), caseThree().setCostAnimation1(new BigDecimal("20000")));

        assertThat(budget(plan)).containsExactly("2018 15000.00", "2019 30000.00", "2020 15000.00");
    }

    @Test
    void givesTheLastPartTheOddCent() throws IOException {
        Plan plan = plan(VOTED, Projects.running("50000.01", "0", "0").setOpening(LocalDate.of(2018, 5, 1)));

        assertThat(aids(plan).get(2)).isEqualTo("37500.01");
        assertThat(budget(plan)).containsExactly("2018 25000.00", "2019 12500.01");
    }

    @ParameterizedTest
    @CsvSource({", 60000, OUVERTURE_INCONNUE", "2018-09-01,, AIDE_INCONNUE", "2018-09-01, 0, SANS_AIDE"})
    void splitsNothingWhereTheOpeningOrTheAidOfAYearIsUnknown(
            @Nullable LocalDate opening, @Nullable BigDecimal third, String why) throws IOException {
        Plan plan =
                plan(VOTED, Projects.running("0", "0", "0").setOpening(opening).setCostAnimation3(third));

        assertThat(plan.getBudget()).isEmpty();
        assertThat(outcomes(plan, "ANNEES_BUDGETAIRES")).containsExactly(why);
    }

    /** Two years of three known: a budget of them alone would read as a whole one. */
    @Test
    void splitsNothingOfTheYearsThatAreKnownWhereOneIsNot() throws IOException {
        Plan plan = plan(
                VOTED,
                Projects.running("60000", "60000", "60000")
                        .setOpening(LocalDate.of(2018, 9, 1))
                        .setCostAnimation3(null));

        assertThat(plan.getBudget()).isEmpty();
        assertThat(outcomes(plan, "ANNEES_BUDGETAIRES")).containsExactly("AIDE_INCONNUE");
    }

    @ParameterizedTest
    @CsvSource({
        "participation_minimale, 0, 0, 15000.00",
        "participation_minimale, 0, 12000, 15000.00",
        "participation_minimale, 0.20, 12000, 12000.00",
        "participation_minimale, 0.30, 12000, 9000.00"
    })
    void leavesTheShareThatAnInvestmentOfThirtyThousandHasToKeep(
            String parameter, String value, BigDecimal otherAid, String aid) throws IOException {
        Plan plan = plan(
                Reglements.bareme(parameter, value),
                Projects.investment("30000").setOtherPublicAid(otherAid));

        assertThat(aids(plan).get(1)).isEqualTo(aid);
        assertThat(plan.getLeftTotal())
                .isEqualTo(new BigDecimal("30000.00").subtract(otherAid).subtract(new BigDecimal(aid)));
    }

    /** CGCT L1111-10 III: the share is the barème's own, nobody has to ask for it. */
    @ParameterizedTest
    @CsvSource({"0, 15000.00", "12000, 12000.00", "26000, 0.00"})
    void leavesTheEpciAFifthOfAnInvestmentAsVoted(BigDecimal otherAid, String aid) throws IOException {
        Plan plan = plan(VOTED, Projects.investment("30000").setOtherPublicAid(otherAid));

        assertThat(aids(plan).get(1)).isEqualTo(aid);
    }

    @ParameterizedTest
    @CsvSource({"PLAFONNEE, 9218.78", "FORFAIT, 15000.00", "MINIMUM, 0.00"})
    void readsTheBaseOfAnInvestmentAsTheBaremeSays(String reading, String aid) throws IOException {
        Plan plan = plan(Reglements.reading(reading), Projects.investment("18437.55"));

        assertThat(aids(plan).get(1)).isEqualTo(aid);
    }

    /** 15 000 of 18 437.55 would leave the EPCI 18.6 %: a fifth, 3 687.51, is its own. */
    @Test
    void holdsALumpSumUnderTheShareThatTheEpciKeepsToo() throws IOException {
        Plan plan = plan(Reglements.bareme("assiette_investissement", "FORFAIT"), Projects.investment("18437.55"));

        assertThat(aids(plan).get(1)).isEqualTo("14750.04");
    }

    @Test
    void ratesAStudyUnderItsCeiling() throws IOException {
        assertThat(aids(plan(VOTED, Projects.etude("9999.99")))).startsWith("7999.99");
    }

    @ParameterizedTest
    @CsvSource({"26000, 13000.00", "34000, 15000.00"})
    void paysWhatIsSpentAndNeverMoreThanWasNotified(BigDecimal spent, String paid) throws IOException {
        AidLine notified = plan(VOTED, Projects.investment("30000")).getAid().get(1);

        assertThat(new Financing(VOTED.reglement(), OULCHY, null).paid(notified.getLine(), spent, notified.getAid()))
                .isEqualTo(paid);
    }

    @Test
    void givesNoAmountWithoutACostAndTotalsTheCeilingApart() throws IOException {
        Plan plan = plan(VOTED, Projects.silent());

        assertThat(aids(plan)).containsOnlyNulls();
        assertThat(plan.getAidTotal()).isNull();
        assertThat(plan.getLeftTotal()).isNull();
        assertThat(plan.getTheoreticalCeiling()).isEqualTo("115000.00");
    }

    @Test
    void showsWhatYearFourCostsAndWhy() throws IOException {
        Plan plan = plan(VOTED, caseThree().setCostAnimation4(new BigDecimal("61000")));

        assertThat(plan.getYear4Cost()).isEqualTo("61000.00");
        assertThat(outcomes(plan, "ANNEE_4")).containsExactly("61000.00");
        assertThat(outcomes(plan, "ANNEES_BUDGETAIRES")).containsExactly("REPARTIE");
        assertThat(outcomes(plan, "PLAFOND_DU_DISPOSITIF")).containsExactly("115000.00");
    }

    private static Intercommunalite.Builder caseThree() {
        return Projects.running("60000", "60000", "60000")
                .setCostEtude(new BigDecimal("12500"))
                .setCostInvestissement(BigDecimal.ZERO)
                .setOpening(LocalDate.of(2018, 9, 1));
    }

    private static Plan plan(Bareme bareme, Intercommunalite.Builder project) throws IOException {
        EpciDescribed epci = EpciDescribed.newBuilder(WorkedCases.epci(OULCHY))
                .setIntercommunalite(project.build())
                .build();
        EpciFacts facts = new EpciFacts(OULCHY, epci, rooms(), List.of(), List.of());
        return EpciResults.of(facts, YearMonth.of(2017, 10), bareme).plan().orElseThrow();
    }

    private static List<RoomFacts> rooms() throws IOException {
        List<RoomFacts> rooms = new ArrayList<>();
        for (RoomInventoried room : WorkedCases.rooms()) {
            if (room.getEpci().equals(OULCHY)) {
                rooms.add(new RoomFacts(room, WorkedCases.register(room.getRoomId())));
            }
        }
        return rooms;
    }

    private static List<@Nullable String> aids(Plan plan) {
        return plan.getAid().stream()
                .<@Nullable String>map(
                        line -> line.getAid() == null ? null : line.getAid().toPlainString())
                .toList();
    }

    private static List<String> budget(Plan plan) {
        return plan.getBudget().stream()
                .map(year -> year.getYear() + " " + year.getAid())
                .toList();
    }

    private static List<String> outcomes(Plan plan, String rule) {
        return plan.getTrace().stream()
                .filter(step -> step.getRule().equals(rule))
                .map(RegleEssayee::getOutcome)
                .toList();
    }
}
