package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.passerelle.console.operation.OperationRunners;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal.Reason;
import fr.passerelle.console.security.Accounts.FirstAccount;
import fr.passerelle.console.security.Passwords.BoundedEncoder;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle.PasswordGuess;
import fr.passerelle.published.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123", "MotDePasse2026!", "azertyuiop12", "qsdfghjklm12",
                "123456789012", "aaaaaaaaaaaa", "bonjourbonjour", "Soleil123456",
                "marseille1234", "Janvier2026!!", "Picardie2026!", "HautsDeFrance59",
                "Mediatheque80", "Administrateur1", "Bienvenue123!", "claire.martinet",
                "martinet-claire"
            })
    void knowsWhatOthersTryFirst(String common) {
        assertThat(passwords.isCommon(common, "claire.martinet")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"une phrase à moi", "cheval pile agrafe", "premier-mot-de-passe", "deux mots ici"})
    void letsAPhraseBe(String own) {
        assertThat(passwords.isCommon(own, "claire.martinet")).isFalse();
    }

    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    private final BoundedEncoder encoder = new BoundedEncoder(new Watched(), 2, Duration.ofSeconds(5));

    @Test
    void looksAtFewPasswordsAtATime() throws InterruptedException, ExecutionException {
        String hash = encoder.encode("une phrase à moi");
        Callable<Boolean> right = () -> encoder.matches("une phrase à moi", hash);

        try (var pool = Executors.newFixedThreadPool(20)) {
            for (Future<Boolean> one :
                    pool.invokeAll(Stream.generate(() -> right).limit(60).toList())) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void takesAsLongForAnAccountWithoutAPassword() {
        assertThat(encoder.matches("nobody", "")).isFalse();

        assertThat(all.get()).isEqualTo(1);
    }

    @Test
    void saysThatItIsBusyRatherThanLetOneWaitForEver() {
        var none = new BoundedEncoder(new Watched(), 0, Duration.ofMillis(10));

        assertThatThrownBy(() -> none.matches("une phrase à moi", ""))
                .isInstanceOf(AuthenticationServiceException.class);
        assertThatThrownBy(() -> none.encode("une phrase à moi")).isInstanceOf(AuthenticationServiceException.class);
    }

    /** bcrypt, of which it is seen how many are at work. */
    private final class Watched implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            all.incrementAndGet();
            try {
                return bcrypt.matches(password, hash);
            } finally {
                atWork.decrementAndGet();
            }
        }
    }

    private static final String RIGHT = "une phrase à moi";
    private static final String CHOSEN = "une autre phrase";
    private static final String ADDRESS = "203.0.113.1";

    private final Passwords passwords =
            new Passwords(new BoundedEncoder(new BCryptPasswordEncoder(4), 1, Duration.ofSeconds(5)));
    private Instant now = Instant.parse("2017-11-02T08:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);
    private final Accounts accounts = mock(Accounts.class);
    private final AccountAdministration desk =
            new AccountAdministration(accounts, passwords, throttle, mock(Audit.class));
    private final Account own = new Account("c-1", "agent", passwords.hash(RIGHT), Role.LECTEUR, true, false);

    @Test
    void takesEightWrongPasswordsAndThenNotEvenTheRightOne() {
        for (int i = 0; i < PasswordGuess.FOR_AN_ACCOUNT; i++) {
            refuses("faux", Reason.WRONG_PASSWORD);
        }

        refuses(RIGHT, Reason.TOO_MANY_TRIES);
        assertThat(throttle.admits(new PasswordGuess("agent", "ailleurs", null)))
                .isTrue();
        verify(accounts, never()).changeHash(any(), any(), anyBoolean());
    }

    @Test
    void forgetsTheWrongOnesOnceTheRightOneIsGiven() {
        for (int i = 1; i < PasswordGuess.FOR_AN_ACCOUNT; i++) {
            refuses("faux", Reason.WRONG_PASSWORD);
        }

        desk.changeOwnPassword(own, ADDRESS, RIGHT, CHOSEN, CHOSEN);

        verify(accounts).changeHash(eq("c-1"), any(), eq(false));
        refuses("faux", Reason.WRONG_PASSWORD);
        refuses("faux", Reason.WRONG_PASSWORD);
    }

    @Test
    void doesNotCountWhatNobodyLookedAt() {
        var none = new Passwords(new BoundedEncoder(new BCryptPasswordEncoder(4), 0, Duration.ZERO));
        var busy = new AccountAdministration(accounts, none, throttle, mock(Audit.class));

        for (int i = 0; i <= PasswordGuess.FOR_AN_ACCOUNT; i++) {
            refuses(busy, RIGHT, CHOSEN, Reason.BUSY);
        }

        desk.changeOwnPassword(own, ADDRESS, RIGHT, CHOSEN, CHOSEN);
        verify(accounts).changeHash(eq("c-1"), any(), eq(false));
    }

    @Test
    void refusesThePresentPasswordAndOneThatOthersTryFirst() {
        refuses(desk, RIGHT, RIGHT, Reason.SAME_PASSWORD);
        refuses(desk, RIGHT, "motdepasse123", Reason.COMMON_PASSWORD);
        refuses(desk, RIGHT, "court", Reason.WEAK_PASSWORD);
    }

    @Test
    void hasWordsForEachRefusal() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(Messages.keys("comptes")).contains("comptes.refus." + reason.name()));
    }

    private void refuses(String present, Reason reason) {
        refuses(desk, present, CHOSEN, reason);
    }

    private void refuses(AccountAdministration by, String present, String chosen, Reason reason) {
        assertThatThrownBy(() -> by.changeOwnPassword(own, ADDRESS, present, chosen, chosen))
                .isInstanceOfSatisfying(
                        AccountRefusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private final List<String> told = new ArrayList<>();

    /** Whoever asks in that moment would be told that the right password is wrong. */
    @Test
    void isThereBeforeAnybodyIsAnswered(@TempDir Path folder) {
        when(accounts.isEmpty()).thenReturn(true);
        doAnswer(call -> told.add("account"))
                .when(accounts)
                .add(any(), eq(FirstAccount.LOGIN), any(), eq(Role.ADMINISTRATEUR));

        start(folder);

        assertThat(told).containsExactly("account", "server");
    }

    @Test
    void isMadeOnceOnly(@TempDir Path folder) {
        start(folder);

        assertThat(told).containsExactly("server");
        assertThat(folder).isEmptyDirectory();
    }

    private void start(Path folder) {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(Server.class, () -> new Server(told));
            context.registerBean(
                    FirstAccount.class,
                    () -> new FirstAccount(
                            accounts,
                            passwords,
                            OperationRunners.settings(
                                    List.of(), folder.resolve("console-admin").toString())));
            context.refresh();
        }
    }

    /** Opens when the web server does. */
    private record Server(List<String> told) implements SmartLifecycle {

        @Override
        public void start() {
            told.add("server");
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void keepsTheOneThatIsDrawnForItsOwnerAlone() throws IOException {
        var file = folder.resolve("secret/console-admin");

        assertThat(FirstAccount.password(file, () -> "drawn")).isEqualTo("drawn");

        assertThat(file).hasContent("drawn\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheOneThatIsThere() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "chosen by somebody\n");

        assertThat(FirstAccount.password(file, () -> "drawn")).isEqualTo("chosen by somebody");
    }

    @Test
    void drawsOneWhereAStartThatWasKilledLeftTheFileEmpty() throws IOException {
        var file = Files.createFile(folder.resolve("empty"));

        assertThat(FirstAccount.password(file, () -> "drawn")).isEqualTo("drawn");

        assertThat(file).hasContent("drawn\n");
    }

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

    private final BoundedEncoder bounded = new BoundedEncoder(new BCryptPasswordEncoder(4), 0, Duration.ZERO);
    private final ThrottledLogin login =
            new ThrottledLogin(accounts, bounded, throttle, new KnownDevices(new Passwords(bounded)));

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
    void knowsABrowserOfTheAccountThatCameInAndOfNoOther() {
        assertThat(devices.of(cookie, " agent ")).isEqualTo(cookie);
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
