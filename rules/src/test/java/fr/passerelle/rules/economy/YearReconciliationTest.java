package fr.passerelle.rules.economy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From what the plan of {@code docs/worked-cases.md} leaves of a year to what its model leaves of the same. */
class YearReconciliationTest {

    @Test
    void leadsFromTheRemainderOfThePlanToThatOfTheModel() {
        assertThat(of(WorkedEconomy.plan().build()))
                .containsExactly(
                        "1: 72000.00 - 45000.00 - 0.00 = 27000.00; 9500.00 8120.00 28380.00",
                        "4: 70000.00 - 0.00 - 0.00 = 70000.00; 9500.00 8120.00 71380.00");
    }

    /** What others pay of the plan comes back: the model is of what the EPCI sells. */
    @Test
    void addsUpWhateverOthersPay() {
        Plan plan = WorkedEconomy.plan().build();
        List<AidLine> lines = new ArrayList<>(plan.getAid());
        lines.get(2).setLeft(new BigDecimal("22500.00"));
        plan.setAid(lines);

        assertThat(YearReconciliation.of(plan, model(plan)))
                .allSatisfy(year -> assertThat(year.left()
                                .add(year.others())
                                .add(year.otherCharges())
                                .subtract(year.receipts()))
                        .isEqualByComparingTo(year.modelled()))
                .first()
                .extracting(YearReconciliation::others)
                .isEqualTo(new BigDecimal("4500.00"));
    }

    @Test
    void saysNothingOfWhatIsNotKnownNorProposed() {
        Plan unknown = WorkedEconomy.plan().setYear4Cost(null).build();
        unknown.getAid().get(2).setCost(null);

        assertThat(of(unknown)).isEmpty();
        assertThat(of(WorkedEconomy.plan().setSiege(null).build())).isEmpty();
    }

    private static List<String> of(Plan plan) {
        return YearReconciliation.of(plan, model(plan)).stream()
                .map(year -> year.year() + ": " + year.cost() + " - " + year.aid() + " - " + year.others() + " = "
                        + year.left() + "; " + year.otherCharges() + " " + year.receipts() + " " + year.modelled())
                .toList();
    }

    private static EconomicModel model(Plan plan) {
        return EconomicModel.of(plan, WorkedEconomy.told().build()).orElseThrow();
    }
}
