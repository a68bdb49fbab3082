package fr.passerelle.sheets.french;

import fr.passerelle.schemas.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of places and bodies within a French sentence: elision, contraction, and what their abbreviations stand for. */
public final class FrenchNames {

    private static final String VOWELS = "aeiouy";
    private static final List<String> ABBREVIATIONS = List.of("CC", "CA", "CU");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})(?:'|&#39;)(?=\\p{L})");

    private FrenchNames() {}

    /** As it is printed, whatever a file has: « CC des Villes Soeurs de l'Est » is « CC des Villes Sœurs de l’Est »; escaped for HTML too. */
    public static String spelled(String text) {
        return APOSTROPHE.matcher(text).replaceAll("’").replace("Soeurs", "Sœurs");
    }

    /** Whether « de » loses its vowel before it. An h counts as a consonant: « de Ham » is right, and « de Hirson » is said too. */
    public static boolean elides(String text) {
        String bare = PlainText.of(text);
        return !bare.isEmpty() && VOWELS.indexOf(bare.charAt(0)) >= 0;
    }

    /** The name of an EPCI, its kind in full: « CC du Vimeu » is read « Communauté de communes du Vimeu ». */
    public static String epci(String name) {
        String spelled = spelled(name);
        return ABBREVIATIONS.stream()
                .filter(abbreviation -> spelled.startsWith(abbreviation + " "))
                .findFirst()
                .map(abbreviation ->
                        Textes.say("epci." + abbreviation, Map.of("nom", spelled.substring(abbreviation.length() + 1))))
                .orElse(spelled);
    }

    /** The same as a sentence's subject or object: « la Communauté de communes du Vimeu ». */
    public static String theEpci(String name) {
        String full = epci(name);
        return full.equals(spelled(name)) ? full : Textes.say("epci.article", Map.of("nom", full));
    }

    /** « à Ham », « au Crotoy », « aux Andelys ». */
    public static String at(String commune) {
        return contracted("lieu.a", commune);
    }

    /** « de Ham », « d'Amiens », « du Crotoy », « des Andelys ». */
    public static String of(String commune) {
        return contracted("lieu.de", commune);
    }

    private static String contracted(String key, String name) {
        String bare = name.replaceFirst("^Les? ", "");
        return Textes.say(key, Map.of("article", article(name), "nom", bare));
    }

    /** What a name does to the word before it. */
    private static String article(String name) {
        if (name.startsWith("Le ")) {
            return "le";
        }
        if (name.startsWith("Les ")) {
            return "les";
        }
        return elides(name) ? "voyelle" : "aucun";
    }
}
