package fr.passerelle.batch.decision;

import fr.passerelle.batch.source.person.PersonMask;
import fr.passerelle.schemas.event.DecisionKind;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A decision as a person records it. Its texts have their spaces made single.
 *
 * @param epci SIREN
 * @param organ that decided
 * @param act its number
 * @param role of who records it
 * @param account opaque: letters and a number, or a UUID
 */
public record NewDecision(
        String epci,
        DecisionKind kind,
        String organ,
        String act,
        LocalDate decidedOn,
        String motive,
        String role,
        String account) {

    private static final int LONGEST = 1_000;
    private static final Pattern ACCOUNT =
            Pattern.compile("[a-z]{1,3}-\\d{1,12}|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** @throws DecisionRefused when a text is empty, too long, or holds what looks like a person; when the account may be a name */
    public NewDecision {
        organ = text("L'organe", organ);
        act = text("L'acte", act);
        motive = text("Le motif", motive);
        role = text("Le rôle", role);
        if (!ACCOUNT.matcher(account).matches()) {
            throw new DecisionRefused(
                    "Le compte doit être opaque : des lettres et un numéro, comme « c-12 », ou un UUID ;"
                            + " jamais un nom ni une adresse.");
        }
    }

    private static String text(String what, String given) {
        String text = given.replaceAll("[\\s\\p{Cntrl}\\u00A0\\u202F]+", " ").strip();
        if (text.isEmpty()) {
            throw new DecisionRefused(what + " est vide.");
        }
        if (text.length() > LONGEST) {
            throw new DecisionRefused(what + " dépasse " + LONGEST + " caractères.");
        }
        if (PersonMask.hides(text)) {
            throw new DecisionRefused(what + " semble désigner une personne (adresse électronique, téléphone, numéro de"
                    + " sécurité sociale ou nom après une civilité) : retirez-la, rien n'est enregistré.");
        }
        return text;
    }
}
