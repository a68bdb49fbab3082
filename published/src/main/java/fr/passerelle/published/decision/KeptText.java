package fr.passerelle.published.decision;

import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.PersonMask;
import java.util.regex.Pattern;

/** What a person writes beside a decision or a replay: kept for ever and shown to anyone, so it may name nobody. */
public final class KeptText {

    private static final int LONGEST = 1_000;
    private static final Pattern ACCOUNT = Pattern.compile(
            "[a-z]{1,3}-(?:\\d{1,12}|[0-9a-f]{24})|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private KeptText() {}

    /**
     * A text with its spaces made single; {@link RunRefused}, which begins with what it is, in French, such as {@code Le motif}, where it is empty,
     * longer than 1000 characters, or holds what looks like a person.
     */
    public static String of(String what, String given) {
        String text = given.replaceAll("[\\s\\p{Cntrl}\\u00A0\\u202F]+", " ").strip();
        if (text.isEmpty()) {
            throw RunRefused.wrongUse(what + " est vide.");
        }
        if (text.length() > LONGEST) {
            throw RunRefused.wrongUse(what + " dépasse " + LONGEST + " caractères.");
        }
        if (PersonMask.hides(text)) {
            throw RunRefused.wrongUse(what + " semble désigner une personne (adresse électronique, téléphone, numéro de"
                    + " sécurité sociale ou nom après une civilité) : retirez-la, rien n'est enregistré.");
        }
        return text;
    }

    /** An opaque account: letters and a number, decimal or of 24 hexadecimal digits, or a UUID; refuses what may be a name. */
    public static String account(String given) {
        if (!ACCOUNT.matcher(given).matches()) {
            throw RunRefused.wrongUse(
                    "Le compte doit être opaque : des lettres et un numéro, comme « c-12 », ou un UUID ;"
                            + " jamais un nom ni une adresse.");
        }
        return given;
    }

    /** Who does something about a replay or a scenario, by opaque {@link #account}, and why, without any person's name, in single spaces: both are kept. */
    public record StepMotive(String reason, String account) {

        /** @throws RunRefused when the reason is empty or seems to name a person, or the account does */
        public StepMotive {
            reason = KeptText.of("Le motif", reason);
            account = KeptText.account(account);
        }
    }
}
