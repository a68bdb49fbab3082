package fr.passerelle.published.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SecrecyTest {

    private static final int CASES = 300;
    private static final int LARGEST = 30;

    /** However clever, whoever knows the sum, the rest and the rule is left with so many possible values at least. */
    private static final int LEFT_OPEN = 5;

    @Test
    void keepsNothingBackWhereNobodyIsFew() {
        assertThat(kept(11L, 0L, null, 400L)).isEmpty();
        assertThat(Secrecy.over(numbers(11L, 0L, null, 400L)).total()).isFalse();
    }

    @Test
    void hidesASmallNumberBehindAnother() {
        assertThat(kept(40L, 3L, 25L, 90L)).containsExactly(1, 2);
    }

    @Test
    void choosesTheOtherByItsPlaceAndNeverBySize() {
        assertThat(kept(40L, 3L, 9_000L, 12L)).containsExactly(1, 2);
        assertThat(kept(40L, 0L, 12L, 3L)).containsExactly(0, 3);
    }

    @Test
    void hidesTheSumWhereNothingElseHidesANumber() {
        assertThat(Secrecy.over(numbers(3L)).total()).isTrue();
        assertThat(Secrecy.over(numbers(3L, null, 0L)).total()).isTrue();
        assertThat(Secrecy.over(numbers(3L, 4L)).total()).isTrue();
        assertThat(Secrecy.over(numbers(3L, 8L)).total()).isFalse();
    }

    @RepeatedTest(CASES)
    void givesNobodyAwayToWhoSubtractsAndKnowsTheRule(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<@Nullable Long> numbers = new ArrayList<>();
        int rooms = 1 + random.nextInt(4);
        for (int i = 0; i < rooms; i++) {
            numbers.add(
                    random.nextInt(8) == 0 ? null : (Long) (long) random.nextInt(random.nextBoolean() ? 12 : LARGEST));
        }
        Secrecy secrecy = Secrecy.over(numbers);

        if (!secrecy.total()) {
            List<long[]> possible = possible(numbers, secrecy);
            secrecy.cells().stream()
                    .filter(place -> small(numbers.get(place)))
                    .forEach(place -> assertThat(values(possible, place))
                            .as("seed %d: %s, place %d", seed.getCurrentRepetition(), numbers, place)
                            .hasSizeGreaterThanOrEqualTo(LEFT_OPEN));
        }
    }

    private static boolean small(@Nullable Long number) {
        return number != null && number < Secrecy.THRESHOLD;
    }

    private static Set<Long> values(List<long[]> possible, int place) {
        Set<Long> values = new HashSet<>();
        possible.forEach(numbers -> values.add(numbers[place]));
        return values;
    }

    /** All that could be there for somebody who sees the rest and the sum: what the rule would have kept back just so. */
    private static List<long[]> possible(List<@Nullable Long> numbers, Secrecy secrecy) {
        int[] places = secrecy.cells().stream().toArray();
        long together = Arrays.stream(places)
                .mapToObj(numbers::get)
                .mapToLong(it -> it == null ? 0 : it)
                .sum();
        List<long[]> possible = new ArrayList<>();
        List<@Nullable Long> guess = new ArrayList<>(numbers);
        guess(places, 0, together, guess, secrecy, possible);
        return possible;
    }

    private static void guess(
            int[] places, int at, long left, List<@Nullable Long> guess, Secrecy secrecy, List<long[]> possible) {
        if (at == places.length) {
            if (left == 0 && Secrecy.over(guess).equals(secrecy)) {
                possible.add(
                        guess.stream().mapToLong(it -> it == null ? -1 : it).toArray());
            }
            return;
        }
        for (long value = 1; value <= left; value++) {
            guess.set(places[at], value);
            guess(places, at + 1, left - value, guess, secrecy, possible);
        }
    }

    private static List<Integer> kept(@Nullable Long... numbers) {
        return Secrecy.over(numbers(numbers)).cells().stream().boxed().toList();
    }

    private static List<@Nullable Long> numbers(@Nullable Long... numbers) {
        List<@Nullable Long> list = new ArrayList<>();
        IntStream.range(0, numbers.length).forEach(i -> list.add(numbers[i]));
        return list;
    }
}
