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
        assertThat(Night.unfinished("[]")).isEmpty();
    }
}
