package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2017-11-02T08:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void refusesAnAccountAfterSoManyWrongPasswordsFromAnywhere() {
        for (int i = 0; i < LoginThrottle.FOR_AN_ACCOUNT; i++) {
            assertThat(throttle.refuses("agent", "203.0.113." + i)).isFalse();
            throttle.failed(" Agent ", "203.0.113." + i);
        }

        assertThat(throttle.refuses("AGENT", "203.0.113.99")).isTrue();
        assertThat(throttle.refuses("autre", "203.0.113.99")).isFalse();
    }

    @Test
    void refusesAnAddressAfterSoManyWrongPasswordsForAnyAccount() {
        for (int i = 0; i < LoginThrottle.FROM_AN_ADDRESS; i++) {
            throttle.failed("agent-" + i, "203.0.113.1");
        }

        assertThat(throttle.refuses("quiconque", "203.0.113.1")).isTrue();
        assertThat(throttle.refuses("quiconque", "203.0.113.2")).isFalse();
    }

    @Test
    void forgetsAfterTheStretchThatBeganWithTheFirst() {
        fail(LoginThrottle.FOR_AN_ACCOUNT);

        now = now.plus(LoginThrottle.STRETCH).minus(Duration.ofSeconds(1));
        assertThat(throttle.refuses("agent", "ailleurs")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(throttle.refuses("agent", "ailleurs")).isFalse();
    }

    @Test
    void countsAnewOnceTheAccountCameIn() {
        fail(LoginThrottle.FOR_AN_ACCOUNT - 1);

        throttle.succeeded("agent");
        fail(LoginThrottle.FOR_AN_ACCOUNT - 1);

        assertThat(throttle.refuses("agent", "ailleurs")).isFalse();
    }

    @Test
    void keepsNoMoreThanItCanHold() {
        fail(LoginThrottle.FOR_AN_ACCOUNT);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("agent-" + i, "203.0.113.1");
        }

        assertThat(throttle.refuses("agent", "ailleurs")).isFalse();
        assertThat(throttle.refuses("quiconque", "203.0.113.1")).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("agent", "203.0.113." + i);
        }
    }
}
