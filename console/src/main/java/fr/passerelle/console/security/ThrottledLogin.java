package fr.passerelle.console.security;

import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import fr.passerelle.console.security.KnownDevices.LoginDetails;
import fr.passerelle.console.security.ThrottledLogin.LoginThrottle.PasswordGuess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a password, unless too many were wrong just before: pages and API alike. */
@Component
class ThrottledLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final KnownDevices devices;

    ThrottledLogin(Accounts accounts, PasswordEncoder encoder, LoginThrottle throttle, KnownDevices devices) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        PasswordGuess guess = guess(typed);
        if (!throttle.admits(guess)) {
            throw new LockedException("Too many attempts");
        }
        Authentication known = throttle.look(guess, () -> passwords.authenticate(typed));
        throttle.right(guess);
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private PasswordGuess guess(Authentication typed) {
        return typed.getDetails() instanceof LoginDetails from
                ? new PasswordGuess(
                        typed.getName(), from.getRemoteAddress(), devices.of(from.device(), typed.getName()))
                : new PasswordGuess(typed.getName(), "", null);
    }

    /**
     * How many passwords may be wrong in a stretch of time. A guess counts from the moment it is let in, before anybody looks whether it is right:
     * those that come together are counted one by one. Kept in memory, and bounded: the least recent goes first.
     */
    @Component
    static class LoginThrottle {

        static final Duration STRETCH = Duration.ofMinutes(10);

        private static final int KEPT = 10_000;

        private final InstantSource clock;
        private final Map<String, Window> tallies = new LinkedHashMap<>(16, 0.75f, true);

        LoginThrottle(InstantSource clock) {
            this.clock = clock;
        }

        private record Window(Instant since, int count) {}

        /** Lets a guess in and counts it; false where too many were wrong: then nobody is to look at it. */
        synchronized boolean admits(PasswordGuess guess) {
            boolean admitted = guess.tallies().stream().allMatch(tally -> count(tally.key()) < tally.most());
            if (admitted) {
                guess.tallies().forEach(tally -> add(tally.key(), 1));
            }
            return admitted;
        }

        /** It was right: it counts no more, nor does what others tried at that account. */
        synchronized void right(PasswordGuess guess) {
            tallies.remove(guess.tallies().getFirst().key());
            guess.tallies().stream().skip(1).forEach(tally -> add(tally.key(), -1));
        }

        /** Looks at one that was let in; it does not count where nobody could. */
        <T> T look(PasswordGuess guess, Supplier<T> password) {
            try {
                return password.get();
            } catch (AuthenticationServiceException | AccountRefusal unseen) {
                withdraw(guess);
                throw unseen;
            }
        }

        private synchronized void withdraw(PasswordGuess guess) {
            guess.tallies().forEach(tally -> add(tally.key(), -1));
        }

        private int count(String key) {
            Window known = tallies.get(key);
            return known == null || isPast(known) ? 0 : known.count();
        }

        private void add(String key, int more) {
            Window known = tallies.get(key);
            tallies.put(
                    key,
                    known == null || isPast(known)
                            ? new Window(clock.instant(), Math.max(more, 0))
                            : new Window(known.since(), known.count() + more));
            if (tallies.size() > KEPT) {
                tallies.remove(tallies.keySet().iterator().next());
            }
        }

        private boolean isPast(Window known) {
            return !known.since().plus(STRETCH).isAfter(clock.instant());
        }

        /** A password that somebody types; the browser from which the account's own person came in before, null where it is not known to be one. */
        record PasswordGuess(
                String login, String address, @Nullable String device) {

            /** Most that are wrong for one account in a {@link LoginThrottle#STRETCH}, from anywhere; and from one known browser. */
            static final int FOR_AN_ACCOUNT = 8;
            /** The same from one address, for any account. */
            static final int FROM_AN_ADDRESS = 40;

            private static final int KEY_LENGTH = 64;

            PasswordGuess {
                String plain = Accounts.plain(login);
                login = plain.substring(0, Math.min(plain.length(), KEY_LENGTH));
            }

            /** What guesses are counted by. */
            record Tally(String key, int most) {}

            /** A known browser is counted apart: nobody else can use up what it may still try. */
            List<Tally> tallies() {
                return device == null
                        ? List.of(
                                new Tally("account " + login, FOR_AN_ACCOUNT),
                                new Tally("address " + address, FROM_AN_ADDRESS))
                        : List.of(new Tally("device " + device, FOR_AN_ACCOUNT));
            }
        }
    }
}
