package fr.passerelle.rules.economy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.economy.EconomicModel.BreakEven;
import fr.passerelle.rules.economy.EconomicModel.ModelYear;
import fr.passerelle.rules.economy.EconomicModel.ServiceName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What {@code docs/worked-cases.md} computes by hand, to the cent, and its edges. */
class EconomicModelTest {

    @Test
    void givesTheYearsOfTheWorkedCase() {
        assertThat(model(WorkedEconomy.told()).years())
                .extracting(year -> year.charges() + " " + year.aid() + " " + year.receiptsLow() + " "
                        + year.receiptsHigh() + " " + year.most() + " " + year.least())
                .containsExactly(
                        "81500.00 45000.00 8120.00 18450.00 28380.00 18050.00",
                        "81500.00 30000.00 8120.00 18450.00 43380.00 33050.00",
                        "81500.00 15000.00 8120.00 18450.00 58380.00 48050.00",
                        "79500.00 0.00 8120.00 18450.00 71380.00 61050.00");
    }

    @Test
    void findsTheSubscriptionsThatLeaveNothingToPay() {
        assertThat(model(WorkedEconomy.told()).prudent()).isEqualTo(new BreakEven.Reached(258));
        assertThat(model(WorkedEconomy.told()).hopeful()).isEqualTo(new BreakEven.Reached(249));
    }

    @Test
    void doesNotCountOnMoreSubscriptionsThanInhabitants() {
        EconomicModel model = EconomicModel.of(
                        WorkedEconomy.plan().setPopulation(250).build(),
                        WorkedEconomy.told().build())
                .orElseThrow();

        assertThat(model.prudent()).isEqualTo(new BreakEven.OutOfReach());
        assertThat(model.hopeful()).isEqualTo(new BreakEven.Reached(249));
    }

    @Test
    void isOutOfReachWithoutAPriceOfSubscription() {
        EconomicModel model = model(WorkedEconomy.told()
                .setModele(WorkedEconomy.model().setSubscriptionPrice(null).build()));

        assertThat(model.prudent()).isEqualTo(new BreakEven.OutOfReach());
        assertThat(model.uncounted()).containsExactly(ServiceName.ABONNEMENT);
    }

    @Test
    void needsNoSubscriptionWhereTheOthersCoverAll() {
        EconomicModel model = model(WorkedEconomy.told()
                .setModele(WorkedEconomy.model()
                        .setSubscriptionPrice(null)
                        .setHourPrice(new BigDecimal("1000.00"))
                        .build()));

        assertThat(model.prudent()).isEqualTo(new BreakEven.Reached(0));
        assertThat(model.years().getLast().most()).isNegative();
    }

    @Test
    void concludesNothingOfAYearWhoseAnimationIsUnknown() {
        EconomicModel model = model(WorkedEconomy.told().setCostAnimation4(null));

        assertThat(model.years().getLast().charges()).isNull();
        assertThat(model.years().getLast().most()).isNull();
        assertThat(model.prudent()).isEqualTo(new BreakEven.Unknown());
    }

    /** Missing is never zero: of what waits for its cost nobody knows the aid. */
    @Test
    void knowsNoAidOfALineThatWaitsForItsCost() {
        Plan plan = WorkedEconomy.plan().build();
        plan.getAid().get(2).setAid(null);

        ModelYear first = EconomicModel.of(plan, WorkedEconomy.told().build())
                .orElseThrow()
                .years()
                .getFirst();

        assertThat(first.charges()).isEqualByComparingTo("81500.00");
        assertThat(first.aid()).isNull();
        assertThat(first.most()).isNull();
    }

    @Test
    void takesOneBoundForBothAndPutsTheLeastFirst() {
        EconomicModel model = model(WorkedEconomy.told()
                .setModele(WorkedEconomy.model()
                        .setSubscriptionsLow(null)
                        .setHoursLow(900)
                        .setHoursHigh(400)
                        .build()));

        assertThat(model.years().getFirst().receiptsLow()).isEqualByComparingTo("15620.00");
        assertThat(model.years().getFirst().receiptsHigh()).isEqualByComparingTo("18450.00");
    }

    @Test
    void isNoneWhereNothingWasSaid() {
        assertThat(EconomicModel.of(WorkedEconomy.plan().build(), null)).isEmpty();
        assertThat(EconomicModel.of(
                        WorkedEconomy.plan().build(),
                        WorkedEconomy.told().setModele(null).build()))
                .isEmpty();
        assertThat(model(WorkedEconomy.told().setModele(new ModeleEconomique())).uncounted())
                .isEmpty();
    }

    private static EconomicModel model(Intercommunalite.Builder told) {
        return EconomicModel.of(WorkedEconomy.plan().build(), told.build()).orElseThrow();
    }
}
