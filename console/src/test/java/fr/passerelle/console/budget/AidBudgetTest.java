package fr.passerelle.console.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.budget.AidBudget.BudgetRow;
import fr.passerelle.console.budget.AidBudget.BudgetYear;
import fr.passerelle.console.budget.AidBudget.CeilingRange;
import fr.passerelle.console.budget.BudgetPage.AidComparison;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AidBudgetTest {

    private static final Plan DATED = Plans.of(
            "1",
            List.of(year(2018, "15000.00"), year(2019, "40000.00"), year(2020, "35000.00")),
            "10000.00",
            null,
            "45000.00",
            "30000.00",
            "15000.00");
    private static final Plan UNDATED = Plans.of("2", List.of(), "0.00", "9218.78", "31000.00", "21080.00", "10750.81");
    private static final Plan UNKNOWN = Plans.of("3", List.of(), null, null, null, null, null);

    private final AidBudget budget = AidBudget.of(published(DATED, UNDATED, UNKNOWN));

    @Test
    void addsUpToTheCentEitherWay() {
        assertThat(budget.known().total()).isEqualByComparingTo("172049.59");
        assertThat(budget.departements().stream().map(BudgetRow::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(budget.known().total());
        assertThat(budget.years().stream()
                        .map(BudgetYear::aid)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .add(budget.undated().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .add(budget.known().withoutYear()))
                .isEqualByComparingTo(budget.known().total());
        assertThat(budget.undated())
                .containsExactly(new BigDecimal("31000.00"), new BigDecimal("21080.00"), new BigDecimal("10750.81"));
    }

    @Test
    void knowsWhetherThereIsAidToRunningDatedOrNot() {
        assertThat(budget.running()).isEqualByComparingTo("152830.81");
        assertThat(AidBudget.of(published(UNDATED)).running()).isPositive();
        assertThat(AidBudget.of(published(UNKNOWN)).running()).isZero();
    }

    @Test
    void keepsTheCeilingOfWhatNobodyCostedApart() {
        assertThat(budget.unknown()).extracting(BudgetRow::siren).containsExactly("3");
        assertThat(budget.ceiling()).isEqualByComparingTo("115000.00");
        assertThat(budget.ranges()).extracting(CeilingRange::epcis).containsExactly(0, 1);
        assertThat(budget.epcis()).extracting(BudgetRow::siren).containsExactly("1", "2");
    }

    @Test
    void showsAnUnknownLineAsUnknown() {
        assertThat(budget.epcis().getFirst().cells().get(1)).isNull();
        assertThat(budget.epcis().getLast().cells().getFirst()).isEqualByComparingTo("0.00");
        assertThat(budget.known().unknown()).isEqualTo(1);
    }

    private static BudgetAnnuel year(int year, String aid) {
        return new BudgetAnnuel(year, new BigDecimal(aid));
    }

    private static PublishedResults published(Plan... plans) {
        return new PublishedResults(
                new PublishedRun(1, "N-000001", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH),
                Proposals.of(List.of(), List.of(), List.of(plans)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static final Replay REPLAY = new Replay(
            1,
            "R-000001",
            "passerelle.replay.r-000001",
            Replay.State.COMPLETED,
            "2018-01",
            "",
            Baremes.load("2018-01").text(),
            "2017-10",
            1,
            Replay.Scope.REGION,
            new Replay.Manifest(0, Map.of(), ""),
            "",
            "essai",
            "c-1",
            "hash",
            null,
            OffsetDateTime.MIN,
            OffsetDateTime.MIN);

    @Test
    void comparesOnlyWhatBothHave() {
        var published = Map.of(
                "1", Plans.of("1", List.of(), "8000.00", "0.00", "0.00", "0.00", "0.00"),
                "2", Plans.of("2", List.of(), "5000.00", "0.00", "0.00", "0.00", "0.00"));
        var replayed = List.of(
                Plans.of("1", List.of(), "6000.00", "0.00", "1000.00", "0.00", "0.00"),
                Plans.of("9", List.of(), "700.00", "0.00", "0.00", "0.00", "0.00"));

        AidComparison comparison = AidComparison.of(published, REPLAY, replayed);

        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.total().difference()).isEqualByComparingTo("-1000.00");
        assertThat(comparison.lines().getFirst().difference()).isEqualByComparingTo("-2000.00");
        assertThat(comparison.epcis()).extracting(AidComparison.Pair::siren).containsExactly("1");
        assertThat(comparison.illustration()).isTrue();
    }

    @Test
    void listsNoEpciWhoseAidIsTheSame() {
        var plan = Plans.of("1", List.of(), "8000.00", null, null, null, null);

        assertThat(AidComparison.of(Map.of("1", plan), REPLAY, List.of(plan)).epcis())
                .isEmpty();
    }
}
