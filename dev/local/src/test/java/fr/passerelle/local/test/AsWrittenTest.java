package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

class AsWrittenTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(AsWritten.class)
    class Story {

        private final List<String> told = new ArrayList<>();

        @Test
        void zeroComesFirst() {
            assertThat(told).isEmpty();
            told.add("zero");
        }

        @Test
        void middle() {
            assertThat(told).containsExactly("zero");
            told.add("middle");
        }

        @Test
        void afterwards() {
            assertThat(told).containsExactly("zero", "middle");
        }
    }

    @Test
    void refusesATestThatIsNotDeclaredOnce() {
        String source = "void twice() {} void  twice(int other) {} void once() { twice(1); }";

        assertThat(AsWritten.place(source, "once")).isEqualTo(source.indexOf("void once"));
        assertThatIllegalStateException().isThrownBy(() -> AsWritten.place(source, "twice"));
        assertThatIllegalStateException().isThrownBy(() -> AsWritten.place(source, "on"));
    }
}
