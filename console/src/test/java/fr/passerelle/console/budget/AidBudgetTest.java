package fr.passerelle.console.budget;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.budget.AidBudget.BudgetRow;
import fr.passerelle.console.budget.AidBudget.BudgetYear;
import fr.passerelle.console.budget.AidBudget.CeilingRange;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
}
