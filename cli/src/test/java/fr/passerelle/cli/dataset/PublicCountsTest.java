package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.dataset.PublicCounts.PublicCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PublicCountsTest {

    private static final int CASES = 500;
    private static final int HISTORIES = 300;
    private static final int RUNS = 6;
    private static final int LARGEST = 45;

    /** However clever, whoever has all that was ever shown and knows the rule is left with so many possible changes at least. */
    private static final int LEFT_OPEN = 6;

    @Test
    void showsNothingOfAFewPeople() {
        assertThat(shown(3L, 10L, 11L, 10L)).containsExactly(null, null, 11L, null);
    }

    @Test
    void showsNobodyAndWhatNobodyCounted() {
        assertThat(shown(0L, null, 0L, 25L, null)).containsExactly(0L, null, 0L, 25L, null);
    }

    @Test
    void staysUntilElevenPeopleMakeADifference() {
        assertThat(shown(40L, 41L, 50L, 51L, 45L, 30L, 29L)).containsExactly(40L, 40L, 40L, 51L, 40L, 40L, 29L);
    }

    @Test
    void comesBackToWhatWasShownOnceAndNotNearIt() {
        assertThat(shown(100L, 115L, 103L, 109L)).containsExactly(100L, 115L, 100L, 115L);
    }

    @RepeatedTest(CASES)
    void showsNothingThatDiffersByAFewPeople(RepetitionInfo seed) {
        List<@Nullable Long> counts = counts(seed);
        List<@Nullable Long> shown = shown(counts);

        for (int run = 0; run < RUNS; run++) {
            Long now = shown.get(run);
            if (now != null) {
                assertThat(now - Objects.requireNonNull(counts.get(run))).isBetween(-10L, 10L);
                shown.stream()
                        .filter(Objects::nonNull)
                        .forEach(other -> assertThat(PublicCount.isSmall(Math.abs(other - now)))
                                .as("%s shows %s", counts, shown)
                                .isFalse());
            }
        }
    }

    @RepeatedTest(CASES)
    void leavesOpenWhatASmallChangeWas(RepetitionInfo seed) {
        List<@Nullable Long> counts = counts(seed);
        List<Set<Long>> possible = possible(shown(counts));

        for (int from = 0; from < RUNS; from++) {
            for (int to = from + 1; to < RUNS; to++) {
                Long before = counts.get(from);
                Long after = counts.get(to);
                if (before != null && after != null && PublicCount.isSmall(Math.abs(after - before))) {
                    assertThat(changes(possible.get(from), possible.get(to)))
                            .as("%s, runs %d and %d", counts, from, to)
                            .hasSizeGreaterThanOrEqualTo(LEFT_OPEN);
                }
            }
        }
    }

    /**
     * Somebody keeps the public exports of all runs, and subtracts them: a room of one run from the same room of any other, what the sum of
     * an EPCI has beyond the rooms that are shown, sums where only one room changed.
     */
    @Test
    void recoversNoLateCountFromTheExportsOfAllRuns() {
        Attack attack = Attack.on(HISTORIES, PublicHistory::exports);

        assertThat(attack.lateCounts()).isGreaterThan(1_000);
        assertThat(attack.recovered()).as(attack.toString()).isZero();
    }

    /** That it would, if each run were looked at alone: the attack works. */
    @Test
    void recoversThemWhereEachRunIsLookedAtAlone() {
        Attack attack = Attack.on(HISTORIES, PublicHistory::exportsEachAlone);

        assertThat(attack.share()).as(attack.toString()).isGreaterThan(0.5);
    }

    /** All numbers that each run may have had for somebody who sees what all of them show. */
    private static List<Set<Long>> possible(List<@Nullable Long> shown) {
        List<Set<Long>> possible = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            List<@Nullable Long> before = shown.subList(0, run);
            Long seen = shown.get(run);
            Set<Long> numbers = new HashSet<>();
            LongStream.rangeClosed(0, 2 * LARGEST)
                    .filter(number -> Objects.equals(after(before).next(number), seen))
                    .forEach(numbers::add);
            possible.add(numbers);
        }
        return possible;
    }

    /** What was shown leads to the same as what it was shown for. */
    private static PublicCount after(List<@Nullable Long> shown) {
        PublicCount count = new PublicCount();
        shown.forEach(count::next);
        return count;
    }

    private static Set<Long> changes(Set<Long> before, Set<Long> after) {
        Set<Long> changes = new HashSet<>();
        before.forEach(from -> after.forEach(to -> changes.add(to - from)));
        return changes;
    }

    private static List<@Nullable Long> counts(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<@Nullable Long> counts = new ArrayList<>();
        long count = random.nextInt(LARGEST);
        for (int run = 0; run < RUNS; run++) {
            count = Math.clamp(count + random.nextInt(-15, 16), 0, LARGEST);
            counts.add(random.nextInt(10) == 0 ? null : (Long) count);
        }
        return counts;
    }

    private static List<@Nullable Long> shown(@Nullable Long... counts) {
        List<@Nullable Long> list = new ArrayList<>();
        IntStream.range(0, counts.length).forEach(i -> list.add(counts[i]));
        return shown(list);
    }

    private static List<@Nullable Long> shown(List<@Nullable Long> counts) {
        PublicCount count = new PublicCount();
        List<@Nullable Long> shown = new ArrayList<>();
        counts.forEach(each -> shown.add(count.next(each)));
        return shown;
    }
}
