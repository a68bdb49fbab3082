package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.security.Passwords.BoundedEncoder;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle.PasswordGuess;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How many wrong passwords are taken, from browsers that are known and from others. */
class ThrottledLoginTest {

    private Instant now = Instant.parse("2017-11-02T08:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void refusesAnAccountAfterSoManyWrongPasswordsFromAnywhere() {
        for (int i = 0; i < PasswordGuess.FOR_AN_ACCOUNT; i++) {
            assertThat(throttle.admits(guess(" Agent ", "203.0.113." + i))).isTrue();
        }

        assertThat(throttle.admits(guess("AGENT", "203.0.113.99"))).isFalse();
        assertThat(throttle.admits(guess("autre", "203.0.113.99"))).isTrue();
    }

    @Test
    void refusesAnAddressAfterSoManyWrongPasswordsForAnyAccount() {
        for (int i = 0; i < PasswordGuess.FROM_AN_ADDRESS; i++) {
            throttle.admits(guess("agent-" + i, "203.0.113.1"));
        }

        assertThat(throttle.admits(guess("quiconque", "203.0.113.1"))).isFalse();
        assertThat(throttle.admits(guess("quiconque", "203.0.113.2"))).isTrue();
    }

    @Test
    void countsEachOfThoseThatComeTogether() throws InterruptedException, ExecutionException {
        Callable<Boolean> guess = () -> throttle.admits(guess("agent", "203.0.113.1"));
        int admitted = 0;

        try (var pool = Executors.newFixedThreadPool(50)) {
            for (Future<Boolean> one : pool.invokeAll(Collections.nCopies(200, guess))) {
                admitted += one.get() ? 1 : 0;
            }
        }

        assertThat(admitted).isEqualTo(PasswordGuess.FOR_AN_ACCOUNT);
    }

    @Test
    void countsAKnownBrowserApart() {
        guess(PasswordGuess.FOR_AN_ACCOUNT);
        for (int i = 0; i < PasswordGuess.FROM_AN_ADDRESS; i++) {
            throttle.admits(guess("agent-" + i, "203.0.113.1"));
        }
        PasswordGuess own = new PasswordGuess("agent", "203.0.113.1", "d1");

        for (int i = 0; i < PasswordGuess.FOR_AN_ACCOUNT; i++) {
            assertThat(throttle.admits(own)).isTrue();
        }
        assertThat(throttle.admits(own)).isFalse();
    }

    @Test
    void forgetsAfterTheStretchThatBeganWithTheFirst() {
        guess(PasswordGuess.FOR_AN_ACCOUNT);

        now = now.plus(LoginThrottle.STRETCH).minus(Duration.ofSeconds(1));
        assertThat(throttle.admits(guess("agent", "ailleurs"))).isFalse();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(throttle.admits(guess("agent", "ailleurs"))).isTrue();
    }

    @Test
    void countsAnewOnceTheAccountCameIn() {
        guess(PasswordGuess.FOR_AN_ACCOUNT - 1);
        PasswordGuess right = guess("agent", "ailleurs");

        assertThat(throttle.admits(right)).isTrue();
        throttle.right(right);
        guess(PasswordGuess.FOR_AN_ACCOUNT - 1);

        assertThat(throttle.admits(guess("agent", "ailleurs"))).isTrue();
    }

    @Test
    void countsNoRightPasswordAgainstItsAddress() {
        for (int i = 0; i < 2 * PasswordGuess.FROM_AN_ADDRESS; i++) {
            PasswordGuess right = guess("agent-" + i, "203.0.113.1");
            assertThat(throttle.admits(right)).isTrue();
            throttle.right(right);
        }
    }

    @Test
    void keepsNoMoreThanItCanHold() {
        guess(PasswordGuess.FOR_AN_ACCOUNT);
        IntStream.range(0, 10_000).forEach(i -> throttle.admits(guess("agent-" + i, "198.51.100." + i)));

        assertThat(throttle.admits(guess("agent", "ailleurs"))).isTrue();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            throttle.admits(guess("agent", "203.0.113." + i));
        }
    }

    private static PasswordGuess guess(String login, String address) {
        return new PasswordGuess(login, address, null);
    }

    private final BoundedEncoder encoder = new BoundedEncoder(new BCryptPasswordEncoder(4), 0, Duration.ZERO);
    private final Accounts accounts = mock(Accounts.class);
    private final ThrottledLogin login =
            new ThrottledLogin(accounts, encoder, throttle, new KnownDevices(new Passwords(encoder)));

    @Test
    void doesNotCountAPasswordThatNobodyLookedAt() {
        when(accounts.loadUserByUsername(any()))
                .thenReturn(new Account("c-1", "agent", "x", Role.LECTEUR, true, false));
        var typed = UsernamePasswordAuthenticationToken.unauthenticated("agent", "une phrase à moi");

        for (int i = 0; i <= PasswordGuess.FROM_AN_ADDRESS; i++) {
            assertThatThrownBy(() -> login.authenticate(typed)).isInstanceOf(AuthenticationServiceException.class);
        }

        assertThat(throttle.admits(new PasswordGuess("agent", "", null))).isTrue();
    }

    private final KnownDevices devices = devices();
    private final String cookie = remembered("Agent");

    @Test
    void knowsABrowserOfTheAccountThatCameIn() {
        assertThat(devices.of(cookie, " agent ")).isEqualTo(cookie);
    }

    @Test
    void knowsItForNoOtherAccountAndNoneThatIsMadeUp() {
        assertThat(devices.of(cookie, "autre")).isNull();
        assertThat(devices.of(new StringBuilder(cookie).reverse().toString(), "agent"))
                .isNull();
        assertThat(devices.of("", "agent")).isNull();
        assertThat(devices.of("f".repeat(5_000), "agent")).isNull();
        assertThat(devices().of(cookie, "agent")).isNull();
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var response = new MockHttpServletResponse();

        devices.remember(new MockHttpServletRequest(), response, "agent");

        assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    private static KnownDevices devices() {
        return new KnownDevices(new Passwords(new BCryptPasswordEncoder(4)));
    }

    private String remembered(String login) {
        var response = new MockHttpServletResponse();
        devices.remember(new MockHttpServletRequest(), response, login);
        return Objects.requireNonNull(response.getCookie(KnownDevices.COOKIE)).getValue();
    }
}
