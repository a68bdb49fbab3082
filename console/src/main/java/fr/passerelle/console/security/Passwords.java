package fr.passerelle.console.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: drawn, judged and hashed. */
@Component
class Passwords {

    /** Fewest characters of a password that a person chooses. */
    static final int SHORTEST = 12;
    /** Most bytes that bcrypt reads: what would follow would count for nothing. */
    static final int LONGEST = 72;

    private static final int BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final PasswordStrength strength = new PasswordStrength();
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

    /**
     * Whether it is this account's; an account without a password has none.
     *
     * @throws AccountRefusal where too many are looked at just now
     */
    boolean matches(String password, Account account) {
        return unlessBusy(() -> encoder.matches(password, account.hash()));
    }

    /** Whether few guesses would find it. */
    boolean isCommon(String password, Account account) {
        return strength.isCommon(password, account.login());
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
}
