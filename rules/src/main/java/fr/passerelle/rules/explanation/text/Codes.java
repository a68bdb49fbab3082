package fr.passerelle.rules.explanation.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The French words of the stable codes of the log, for those who show a code alone. What is no code stays as it is. */
public final class Codes {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d+)");

    private Codes() {}

    /** What came out of a rule, or what it found: « données insuffisantes ». */
    public static String outcome(String code) {
        return Textes.word("issue", code);
    }

    /** What a rule looked at: « présences », « borne basse (2) » where it ends with a rank in a comparison. */
    public static String operand(String code) {
        Matcher numbered = NUMBERED.matcher(code);
        return !Textes.knows("operande", code) && numbered.matches()
                ? Textes.say(
                        "operande.numero",
                        Map.of("nom", Textes.word("operande", numbered.group(1)), "n", numbered.group(2)))
                : Textes.word("operande", code);
    }
}
