package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowerPlacesTest {

    private final FollowerPlaces places = new FollowerPlaces();

    @Test
    void leavesPlacesToOthers() {
        for (int i = 0; i < FollowerPlaces.FOR_AN_ACCOUNT; i++) {
            assertThat(places.enter("c-1")).isTrue();
        }

        assertThat(places.enter("c-1")).isFalse();
        assertThat(places.enter("c-2")).isTrue();
        places.leave("c-1");
        assertThat(places.enter("c-1")).isTrue();
    }

    @Test
    void hasNoMoreThanItCanServe() {
        for (int i = 0; i < FollowerPlaces.MOST; i++) {
            assertThat(places.enter("c-" + i)).isTrue();
        }

        assertThat(places.enter("c-99")).isFalse();
        places.leave("c-0");
        assertThat(places.enter("c-99")).isTrue();
    }
}
