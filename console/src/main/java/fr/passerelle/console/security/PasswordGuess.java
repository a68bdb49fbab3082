package fr.passerelle.console.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A password that somebody types.
 *
 * @param login as it is kept
 * @param address where it comes from
 * @param device browser from which the account's own person came in before; null where it is not known to be one
 */
record PasswordGuess(String login, String address, @Nullable String device) {

    /** Most that are wrong for one account in a {@link LoginThrottle#STRETCH}, from anywhere; and from one known browser. */
    static final int FOR_AN_ACCOUNT = 8;
    /** The same from one address, for any account. */
    static final int FROM_AN_ADDRESS = 40;

    private static final int KEY_LENGTH = 64;

    PasswordGuess {
        String plain = Accounts.plain(login);
        login = plain.substring(0, Math.min(plain.length(), KEY_LENGTH));
    }

    /**
     * What guesses are counted by.
     *
     * @param most that are taken
     */
    record Tally(String key, int most) {}

    /** A known browser is counted apart: nobody else can use up what it may still try. */
    List<Tally> tallies() {
        return device == null
                ? List.of(
                        new Tally("account " + login, FOR_AN_ACCOUNT), new Tally("address " + address, FROM_AN_ADDRESS))
                : List.of(new Tally("device " + device, FOR_AN_ACCOUNT));
    }
}
