package fr.passerelle.rules.economy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.economy.EconomicModel.BreakEven;
import fr.passerelle.rules.economy.EconomicModel.ModelYear;
import fr.passerelle.rules.economy.EconomicModel.ServiceName;
import fr.passerelle.rules.economy.RemainderDivision.CommuneWeight;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
    void findsTheSubscriptionsThatLeaveNothingToPayAndCountsOnNoMoreThanInhabitants() {
        EconomicModel model = model(WorkedEconomy.told());
        EconomicModel few = modelOf(WorkedEconomy.plan().setPopulation(250).build());

        assertThat(model.prudent()).isEqualTo(new BreakEven.Reached(258));
        assertThat(model.hopeful()).isEqualTo(new BreakEven.Reached(249));
        assertThat(few.prudent()).isEqualTo(new BreakEven.OutOfReach());
        assertThat(few.hopeful()).isEqualTo(new BreakEven.Reached(249));
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

        ModelYear first = modelOf(plan).years().getFirst();

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

    /** From what the plan of {@code docs/worked-cases.md} leaves of a year to what its model leaves of the same. */
    @Test
    void leadsFromTheRemainderOfThePlanToThatOfTheModel() {
        assertThat(of(WorkedEconomy.plan().build()))
                .containsExactly(
                        "1: 72000.00 - 45000.00 - 0.00 = 27000.00; 9500.00 8120.00 28380.00",
                        "4: 70000.00 - 0.00 - 0.00 = 70000.00; 9500.00 8120.00 71380.00");
    }

    /** What others pay of the plan comes back: the modelOf is of what the EPCI sells. */
    @Test
    void addsUpWhateverOthersPay() {
        Plan plan = WorkedEconomy.plan().build();
        List<AidLine> lines = new ArrayList<>(plan.getAid());
        lines.get(2).setLeft(new BigDecimal("22500.00"));
        plan.setAid(lines);

        assertThat(YearReconciliation.of(plan, modelOf(plan)))
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
        return YearReconciliation.of(plan, modelOf(plan)).stream()
                .map(year -> year.year() + ": " + year.cost() + " - " + year.aid() + " - " + year.others() + " = "
                        + year.left() + "; " + year.otherCharges() + " " + year.receipts() + " " + year.modelled())
                .toList();
    }

    private static EconomicModel modelOf(Plan plan) {
        return EconomicModel.of(plan, WorkedEconomy.told().build()).orElseThrow();
    }

    private static final Plan PLAN = WorkedEconomy.plan().build();
    private static final Remainder REMAINDER = Remainder.of(PLAN);

    /** The division that {@code docs/worked-cases.md} computes by hand, to the cent, and what holds of any. */
    @Test
    void dividesByInhabitantsOrBySessionsWithTheSeatAsTheFullestEtape() {
        assertThat(told(RemainderDivision.of(REMAINDER, weights(DivisionKey.HABITANTS))))
                .containsExactly(
                        "A 1999.75 16497.94 13498.31 20997.38 28496.44 34995.62 = 81489.82",
                        "B 1249.84 10311.21 8436.45 13123.36 17810.27 21872.27 = 50931.13",
                        "C 750.41 6190.85 5065.24 7879.26 10693.29 13132.11 = 30579.05");
        assertThat(told(RemainderDivision.of(REMAINDER, weights(DivisionKey.SEANCES))))
                .containsExactly(
                        "A 2285.71 18857.14 15428.57 24000.00 32571.43 40000.00 = 93142.85",
                        "B 1142.86 9428.57 7714.29 12000.00 16285.71 20000.00 = 46571.43",
                        "C 571.43 4714.29 3857.14 6000.00 8142.86 10000.00 = 23285.72");
    }

    @Test
    void sharesAgainWhatOneThatLeavesPaidAndCountsTheSeatForOneWithoutEtape() {
        assertThat(told(RemainderDivision.without("02003", REMAINDER, weights(DivisionKey.HABITANTS))))
                .containsExactly(
                        "A 2461.54 20307.69 16615.38 25846.15 35076.92 43076.92 = 100307.68",
                        "B 1538.46 12692.31 10384.62 16153.85 21923.08 26923.08 = 62692.32");
        assertThat(DivisionKey.SEANCES.weights(WorkedEconomy.COMMUNES, PLAN, List.of()))
                .extracting(CommuneWeight::weight)
                .containsExactly(1, 0, 0);
    }

    @Test
    void dividesNothingWhereNobodyWeighsOrNothingIsKnown() {
        List<CommuneWeight> alone = List.of(new CommuneWeight("02001", "A", 4_000));

        assertThat(RemainderDivision.without("02001", REMAINDER, alone).shares())
                .isEmpty();
        assertThat(RemainderDivision.of(REMAINDER, List.of(new CommuneWeight("02001", "A", 0)))
                        .shares())
                .isEmpty();
        assertThat(RemainderDivision.of(new Remainder(new TreeMap<>()), alone).shares())
                .isEmpty();
    }

    @RepeatedTest(200)
    void addsUpLineByLineWhateverTheOrderAndNeverGoesUnderZero(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        Remainder remainder = anyRemainder(random);
        List<CommuneWeight> communes = anyCommunes(random);
        List<CommuneWeight> shuffled = new ArrayList<>(communes);
        Collections.shuffle(shuffled, random);

        RemainderDivision division = RemainderDivision.of(remainder, communes);

        assertThat(RemainderDivision.of(remainder, shuffled)).isEqualTo(division);
        assertThat(division.shares())
                .flatExtracting(share -> share.euros().values())
                .allSatisfy(euros -> assertThat(euros).isNotNegative());
        remainder
                .lines()
                .forEach((line, euros) -> assertThat(division.shares().stream()
                                .map(share -> share.euros().get(line))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(euros));
    }

    private static List<CommuneWeight> weights(DivisionKey key) {
        List<Conversion> conversions = new ArrayList<>(WorkedEconomy.CONVERSIONS);
        Collections.reverse(conversions);
        return key.weights(WorkedEconomy.COMMUNES, PLAN, conversions);
    }

    private static List<String> told(RemainderDivision division) {
        return division.shares().stream()
                .map(share -> share.commune().name() + " "
                        + share.euros().values().stream()
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(" "))
                        + " = " + share.total())
                .toList();
    }

    private static Remainder anyRemainder(Random random) {
        TreeMap<RemainderLine, BigDecimal> lines = new TreeMap<>();
        for (RemainderLine line : RemainderLine.values()) {
            if (random.nextInt(4) > 0 || line == RemainderLine.ANNEE_4) {
                lines.put(line, BigDecimal.valueOf(random.nextLong(99_999_999_999L), 2));
            }
        }
        return new Remainder(lines);
    }

    private static List<CommuneWeight> anyCommunes(Random random) {
        return IntStream.range(0, 1 + random.nextInt(60))
                .mapToObj(i ->
                        new CommuneWeight("%05d".formatted(i), "Commune " + i, i == 0 ? 1 : random.nextInt(500_000)))
                .toList();
    }
}
