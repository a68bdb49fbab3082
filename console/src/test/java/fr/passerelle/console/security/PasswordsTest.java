package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.security.Passwords.BoundedEncoder;
import fr.passerelle.console.security.Passwords.PasswordStrength;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    private final PasswordStrength strength = new PasswordStrength();

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
        assertThat(strength.isCommon(common, "claire.martinet")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"une phrase à moi", "cheval pile agrafe", "premier-mot-de-passe", "deux mots ici"})
    void letsAPhraseBe(String own) {
        assertThat(strength.isCommon(own, "claire.martinet")).isFalse();
    }

    private final AtomicInteger now = new AtomicInteger();
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
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            all.incrementAndGet();
            try {
                return bcrypt.matches(password, hash);
            } finally {
                now.decrementAndGet();
            }
        }
    }
}
