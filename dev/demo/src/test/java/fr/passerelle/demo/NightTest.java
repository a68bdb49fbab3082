package fr.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NightTest {

    @Test
    void resumesTheRunsThatStoppedAndNoOther() {
        String runs = """
            [{"run":"N-000003","state":"FAILED"},{"run":"N-000002","state":"ABANDONED"},{"run":"N-000001","state":"PUBLISHED"}]
            """;

        assertThat(Night.unfinished(runs)).containsExactly("N-000003");
    }

    @Test
    void resumesNothingWhereNothingEverRan() {
        assertThat(Night.unfinished("")).isEmpty();
        assertThat(Night.unfinished("[]\n")).isEmpty();
    }

    @Test
    void readsPastWhatIsPrintedBeforeTheList() {
        assertThat(Night.unfinished("Lecture…\n[{\"run\":\"N-000001\",\"state\":\"OPEN\"}]"))
                .containsExactly("N-000001");
    }
}
