package fr.passerelle.sheets.french;

import java.util.regex.Pattern;

/** Names as they are printed, whatever a file or the table of communes has. */
public final class FrenchSpelling {

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})(?:'|&#39;)(?=\\p{L})");

    private FrenchSpelling() {}

    /** « CC des Villes Soeurs de l'Est » is « CC des Villes Sœurs de l’Est »; so is the same text escaped for HTML. */
    public static String of(String text) {
        return APOSTROPHE.matcher(text).replaceAll("’").replace("Soeurs", "Sœurs");
    }
}
