package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final List<Integer> SEVEN =
            IntStream.rangeClosed(1, 7).boxed().toList();

    @Test
    void cutsAListIntoPages() {
        assertThat(Slice.of(SEVEN, 1, 3).items()).containsExactly(1, 2, 3);
        assertThat(Slice.of(SEVEN, 3, 3)).isEqualTo(new Slice<>(List.of(7), 3, 3, 7));
    }

    @Test
    void showsTheLastPageWhereThereAreFewer() {
        assertThat(Slice.of(SEVEN, 99, 3).page()).isEqualTo(3);
        assertThat(Slice.of(List.of(), 5, 3)).isEqualTo(new Slice<>(List.of(), 1, 1, 0));
    }
}
