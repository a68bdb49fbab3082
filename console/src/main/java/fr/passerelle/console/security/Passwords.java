package fr.passerelle.console.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Passwords: drawn, judged and hashed. */
@Component
class Passwords {

    /** Fewest characters of a password that a person chooses. */
    static final int SHORTEST = 12;
    /** Most bytes that bcrypt reads: what would follow would count for nothing. */
    static final int LONGEST = 72;

    private static final int BYTES = 12;

    /** zxcvbn's highest mark: ten thousand million guesses and more (choix du projet). */
    private static final int STRONG = 4;

    private static final String HOUSE = """
        passerelle picardie picardieenligne hautsdefrance region tierslieu numerique mediation mediatheque bibliotheque
        administrateur operateur analyste lecteur compte bienvenue changezmoi\
        """;

    private final SecureRandom random = new SecureRandom();
    private final SingletonSupplier<Zxcvbn> judge = SingletonSupplier.of(Zxcvbn::new);
    private final PasswordEncoder encoder;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** 24 characters that nobody can guess. */
    String drawn() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws AccountRefusal where too many are looked at just now */
    String hash(String password) {
        return unlessBusy(() -> encoder.encode(password));
    }

    /** Whether it is this account's, which may have none; refused where too many are looked at just now. */
    boolean matches(String password, Account account) {
        return unlessBusy(() -> encoder.matches(password, account.hash()));
    }

    /**
     * Whether it would be among the first that somebody tries who knows the login, by zxcvbn: leaked ones, names, words, keyboards, dates,
     * repetitions, and the words of this house. Its lists are read when the first password is judged.
     */
    boolean isCommon(String password, String login) {
        List<String> known = Arrays.asList((HOUSE + " " + login + " " + login.replaceAll("[._@-]", " ")).split("\\s+"));
        return judge.obtain().measure(password, known).getScore() < STRONG;
    }

    /** Whether it is long enough to be kept, and short enough for all of it to count. */
    static boolean acceptable(String password) {
        return password.codePoints().count() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static <T> T unlessBusy(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthenticationServiceException busy) {
            throw new AccountRefusal(AccountRefusal.Reason.BUSY);
        }
    }

    /**
     * A password encoder of few places, for bcrypt: each takes a tenth of a second of a processor, and whoever asks for many must leave some to others. An account without
     * a password takes as long as one that has one: the time of an answer tells nothing.
     */
    static final class BoundedEncoder implements PasswordEncoder {

        private final PasswordEncoder bcrypt;
        private final Semaphore places;
        private final Duration patience;
        private final String nobodys;

        /** One over another. */
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
}
