package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.plan.PlanView.ShortList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ShortListTest {

    @Test
    void showsTheFirstOfALongListUnlessAskedForAll() {
        assertThat(ShortList.of(Collections.nCopies(40, "x"), false).left()).isEqualTo(25);
        assertThat(ShortList.of(Collections.nCopies(40, "x"), true)).satisfies(all -> {
            assertThat(all.items()).hasSize(40);
            assertThat(all.left()).isZero();
        });
        assertThat(ShortList.of(Collections.nCopies(3, "x"), false).left()).isZero();
    }
}
