package fr.passerelle.console.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords are taken: so many for one account, so many from one address, in a stretch of time. Kept in memory, and as long
 * as it is kept at all, bounded: the least recent goes first.
 */
@Component
class LoginThrottle {

    static final int FOR_AN_ACCOUNT = 8;
    static final int FROM_AN_ADDRESS = 40;
    static final Duration STRETCH = Duration.ofMinutes(10);

    private static final int KEPT = 10_000;
    private static final int KEY_LENGTH = 64;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Wrong passwords since a moment. */
    private record Failures(Instant since, int count) {}

    /** Whether whatever is typed now is refused. */
    synchronized boolean refuses(String login, String address) {
        return count(account(login)) >= FOR_AN_ACCOUNT || count(address(address)) >= FROM_AN_ADDRESS;
    }

    /** A password was wrong. */
    synchronized void failed(String login, String address) {
        add(account(login));
        add(address(address));
    }

    /** The account's own person came in: what others tried at it counts no more. */
    synchronized void succeeded(String login) {
        failures.remove(account(login));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || isPast(known) ? 0 : known.count();
    }

    private void add(String key) {
        Failures known = failures.get(key);
        failures.put(
                key,
                known == null || isPast(known)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(known.since(), known.count() + 1));
        if (failures.size() > KEPT) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private boolean isPast(Failures known) {
        return !known.since().plus(STRETCH).isAfter(clock.instant());
    }

    private static String account(String login) {
        String plain = Accounts.plain(login);
        return "account " + plain.substring(0, Math.min(plain.length(), KEY_LENGTH));
    }

    private static String address(String address) {
        return "address " + address;
    }
}
