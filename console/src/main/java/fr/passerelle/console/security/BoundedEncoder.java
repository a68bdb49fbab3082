package fr.passerelle.console.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A password encoder of few places, for bcrypt: each takes a tenth of a second of a processor, and whoever asks for many must leave some to others. An account without
 * a password takes as long as one that has one: the time of an answer tells nothing.
 */
final class BoundedEncoder implements PasswordEncoder {

    private final PasswordEncoder bcrypt;
    private final Semaphore places;
    private final Duration patience;
    private final String nobodys;

    /**
     * One over another.
     *
     * @param places how many at a time
     * @param patience how long one waits for a place
     */
    BoundedEncoder(PasswordEncoder bcrypt, int places, Duration patience) {
        this.bcrypt = bcrypt;
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.nobodys = String.valueOf(bcrypt.encode("nobody"));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        enter();
        try {
            return bcrypt.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        boolean any = hash != null && !hash.isEmpty();
        enter();
        try {
            return bcrypt.matches(password, any ? hash : nobodys) && any;
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthenticationServiceException("Too many passwords at once");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("Stopped", stop);
        }
    }
}
