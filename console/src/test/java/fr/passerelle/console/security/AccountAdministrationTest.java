package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import fr.passerelle.console.page.Bundle;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal.Reason;
import fr.passerelle.console.security.Passwords.BoundedEncoder;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle.PasswordGuess;
import fr.passerelle.published.audit.Audit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccountAdministrationTest {

    private static final String RIGHT = "une phrase à moi";
    private static final String CHOSEN = "une autre phrase";
    private static final String ADDRESS = "203.0.113.1";

    private final Passwords passwords =
            new Passwords(new BoundedEncoder(new BCryptPasswordEncoder(4), 1, Duration.ofSeconds(5)));
    private final LoginThrottle throttle = new LoginThrottle(() -> Instant.EPOCH);
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
                .allSatisfy(reason -> assertThat(Bundle.keys("comptes")).contains("comptes.refus." + reason.name()));
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
}
