package fr.passerelle.calendar.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import fr.passerelle.calendar.solver.search.CordeauFile.Customer;
import fr.passerelle.rules.frequentation.Seeds;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TourSearchTest {

    private static final int QUESTIONS = 40;
    private static final int STEPS = 2_000;

    @RepeatedTest(QUESTIONS)
    void findsWhatTryingAllPlacementsFinds(RepetitionInfo repetition) {
        RoundRules rules = SharedRounds.of(new AnyCustomers(Seeds.random(repetition)).file(5, 5));

        assertThat(EveryPlacement.levels(rules, found(rules))).isEqualTo(EveryPlacement.best(rules));
    }

    @Test
    void leavesToNobodyWhatNoVehicleTakes() {
        List<List<Integer>> anyDay = List.of(List.of(0), List.of(1));
        Customer heavy = new Customer(1, 0, 9, anyDay);
        Customer light = new Customer(2, 0, 1, anyDay);
        RoundRules rules =
                new EuclideanRounds(new CordeauFile(1, 2, 5, new Customer(0, 0, 0, List.of()), List.of(heavy, light)));

        List<@Nullable CallPlacement> found = found(rules);

        assertThat(found.get(0)).isNull();
        assertThat(found.get(1)).isNotNull();
    }

    @RepeatedTest(5)
    void endsNoWorseThanItStarts(RepetitionInfo repetition) {
        RoundRules rules = SharedRounds.of(new AnyCustomers(Seeds.random(repetition)).file(30, 30));
        List<@Nullable CallPlacement> start = TourSearch.improve(rules, nobody(rules), 300, 1);

        List<@Nullable CallPlacement> end = TourSearch.improve(rules, start, 1, 2);

        assertThat(EveryPlacement.levels(rules, end).score())
                .isGreaterThanOrEqualTo(EveryPlacement.levels(rules, start).score());
    }

    @Test
    void saysTheSameTwice() {
        RoundRules rules = new EuclideanRounds(new AnyCustomers(new Random(23)).file(40, 40));
        RoundRules again = new EuclideanRounds(new AnyCustomers(new Random(23)).file(40, 40));

        assertThat(found(again)).isEqualTo(found(rules));
    }

    /** Timefold then compares each score with one that is made anew, and each placement with those that a call may have. */
    @Test
    void keepsItsScoreWhileTimefoldChecksEachMove() {
        RoundRules rules = SharedRounds.of(new AnyCustomers(new Random(24)).file(12, 12));

        List<@Nullable CallPlacement> checked =
                TourSearch.improve(rules, nobody(rules), STEPS, 1, EnvironmentMode.FULL_ASSERT);

        assertThat(checked).isEqualTo(found(rules));
    }

    @Test
    void answersWithoutACall() {
        RoundRules rules = new EuclideanRounds(new AnyCustomers(new Random(25)).file(0, 1));

        assertThat(found(rules)).isEmpty();
    }

    private static List<@Nullable CallPlacement> found(RoundRules rules) {
        return TourSearch.improve(rules, nobody(rules), STEPS, 1);
    }

    private static List<@Nullable CallPlacement> nobody(RoundRules rules) {
        return Collections.nCopies(rules.calls(), null);
    }
}
