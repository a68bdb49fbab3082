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
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class ThrottledLoginTest {

    private final BoundedEncoder encoder = new BoundedEncoder(new BCryptPasswordEncoder(4), 0, Duration.ZERO);
    private final LoginThrottle throttle = new LoginThrottle(() -> Instant.EPOCH);
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
}
