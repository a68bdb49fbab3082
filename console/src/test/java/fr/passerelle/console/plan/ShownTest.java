package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void showsTheFirstOfALongListUnlessAskedForAll() {
        assertThat(Shown.of(Collections.nCopies(40, "x"), false).left()).isEqualTo(25);
        assertThat(Shown.of(Collections.nCopies(40, "x"), true)).satisfies(all -> {
            assertThat(all.items()).hasSize(40);
            assertThat(all.left()).isZero();
        });
        assertThat(Shown.of(Collections.nCopies(3, "x"), false).left()).isZero();
    }
}
