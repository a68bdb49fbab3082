package fr.passerelle.console.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many passwords may be wrong in a stretch of time. A guess counts from the moment it is let in, before anybody looks whether it is right:
 * those that come together are counted one by one. Kept in memory, and bounded: the least recent goes first.
 */
@Component
class LoginThrottle {

    static final Duration STRETCH = Duration.ofMinutes(10);

    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Map<String, Window> tallies = new LinkedHashMap<>(16, 0.75f, true);

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Guesses since a moment. */
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

    /** Nobody looked at it: it does not count. */
    synchronized void withdraw(PasswordGuess guess) {
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
}
