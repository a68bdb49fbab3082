package fr.passerelle.sources.territory;

import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the name of a public place is written, whatever capitals and accents the national table left of it: once, as facts are read, so that
 * the log and all that comes of it have the same. Accents come back from a table of common words and from the name of the commune.
 */
final class PlaceSpelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> LINKS =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "par", "pour", "sous", "sur");
    private static final int SHORTEST_SHOUT = 4;

    private final Map<String, String> words = new HashMap<>();
    private final String sha256;

    PlaceSpelling() {
        FactTable table = FactTable.shipped("orthographe.csv");
        table.each(row -> words.put(row.getField("mot"), row.getField("ecrit")));
        sha256 = table.sha256();
    }

    /** Of its words: names on the log come of them. */
    String sha256() {
        return sha256;
    }

    /** « Mediatheque Municipale De Beuvardes », in Beuvardes, is « Médiathèque municipale de Beuvardes ». */
    String of(String name, String commune) {
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        return capital(communeIn(
                WORD.matcher(name)
                        .replaceAll(word -> Matcher.quoteReplacement(written(word.group(), word.start(), shouted))),
                commune));
    }

    private String written(String word, int start, boolean shouted) {
        String bare = PlainText.of(word);
        String known = words.get(bare);
        if (known != null) {
            return known;
        }
        if (start > 0 && LINKS.contains(bare)) {
            return word.toLowerCase(Locale.ROOT);
        }
        return shouted && word.length() >= SHORTEST_SHOUT ? capital(word.toLowerCase(Locale.ROOT)) : word;
    }

    private static String communeIn(String name, String commune) {
        String bare = name.codePoints()
                .mapToObj(Character::toString)
                .map(PlainText::of)
                .map(letter -> letter.substring(0, Math.min(1, letter.length())))
                .collect(Collectors.joining());
        Matcher found = Pattern.compile(Arrays.stream(BETWEEN_WORDS.split(PlainText.of(commune)))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^a-z0-9]+", "(?<![a-z0-9])", "(?![a-z0-9])")))
                .matcher(bare);
        return bare.length() == name.length() && found.find()
                ? name.substring(0, found.start()) + commune + name.substring(found.end())
                : name;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.FRANCE) + text.substring(1);
    }
}
