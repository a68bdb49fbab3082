package fr.passerelle.rules.economy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.economy.RemainderDivision.CommuneWeight;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Conversion;
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

/** The division that {@code docs/worked-cases.md} computes by hand, to the cent, and what holds of any. */
class RemainderDivisionTest {

    private static final Plan PLAN = WorkedEconomy.plan().build();
    private static final Remainder REMAINDER = Remainder.of(PLAN);

    @Test
    void dividesByInhabitants() {
        assertThat(told(RemainderDivision.of(REMAINDER, weights(DivisionKey.HABITANTS))))
                .containsExactly(
                        "A 1999.75 16497.94 13498.31 20997.38 28496.44 34995.62 = 81489.82",
                        "B 1249.84 10311.21 8436.45 13123.36 17810.27 21872.27 = 50931.13",
                        "C 750.41 6190.85 5065.24 7879.26 10693.29 13132.11 = 30579.05");
    }

    @Test
    void dividesBySessionsAndCountsTheSeatAsTheFullestEtape() {
        assertThat(told(RemainderDivision.of(REMAINDER, weights(DivisionKey.SEANCES))))
                .containsExactly(
                        "A 2285.71 18857.14 15428.57 24000.00 32571.43 40000.00 = 93142.85",
                        "B 1142.86 9428.57 7714.29 12000.00 16285.71 20000.00 = 46571.43",
                        "C 571.43 4714.29 3857.14 6000.00 8142.86 10000.00 = 23285.72");
    }

    @Test
    void sharesAgainWhatOneThatLeavesPaid() {
        assertThat(told(RemainderDivision.without("02003", REMAINDER, weights(DivisionKey.HABITANTS))))
                .containsExactly(
                        "A 2461.54 20307.69 16615.38 25846.15 35076.92 43076.92 = 100307.68",
                        "B 1538.46 12692.31 10384.62 16153.85 21923.08 26923.08 = 62692.32");
    }

    @Test
    void countsTheSeatForOneWhereThereIsNoEtape() {
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
