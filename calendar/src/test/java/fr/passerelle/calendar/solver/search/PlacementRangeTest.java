package fr.passerelle.calendar.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementRangeTest {

    private static final PlacementRange RANGE =
            new PlacementRange(List.of(List.of(0), List.of(0, 1)), List.of(List.of(0, 1), List.of(2, 3, 4)));

    @Test
    void holdsEachPatternInEachSlotOfItsDays() {
        Set<CallPlacement> placements = new HashSet<>();
        RANGE.createOriginalIterator().forEachRemaining(placements::add);

        assertThat(RANGE.getSize()).isEqualTo(2 + 2 * 3);
        assertThat(placements)
                .hasSize(8)
                .allMatch(RANGE::contains)
                .contains(new CallPlacement(0, List.of(1)), new CallPlacement(1, List.of(1, 4)));
    }

    @Test
    void holdsNoSlotOfAnotherDay() {
        assertThat(RANGE.contains(new CallPlacement(0, List.of(2)))).isFalse();
        assertThat(RANGE.contains(new CallPlacement(1, List.of(0)))).isFalse();
        assertThat(RANGE.contains(new CallPlacement(1, List.of(2, 0)))).isFalse();
    }

    @Test
    void drawsWhatItHolds() {
        Iterator<CallPlacement> drawn = RANGE.createRandomIterator(new Random(1));

        for (int i = 0; i < 20; i++) {
            assertThat(RANGE.contains(drawn.next())).isTrue();
        }
    }
}
