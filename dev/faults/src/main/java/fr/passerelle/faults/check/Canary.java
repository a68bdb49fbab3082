package fr.passerelle.faults.check;

import fr.passerelle.schemas.text.PlainText;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who does not exist, planted in the inputs; and a harmless word, planted beside to prove that the search finds. */
public final class Canary {

    public static final String PLANTED =
            "Mme Zénobie Quatrepoint, 06 47 11 58 93, 2 85 05 80 123 456 78, zenobie.quatrepoint@exemple.fr, madame"
                    + " quatrepoint, Dr Quatrepoint, née le 12/03/1956, zenobie[arobase]exemple.fr";

    /** Lets itself be found in the journal. */
    public static final String HARMLESS = "Sujet inoffensif";

    private static final Pattern GAPS = Pattern.compile("(?<=\\d)[ .\\u00A0\\u202F-](?=\\d)");
    private static final List<String> TRACES =
            List.of("zenobie", "quatrepoint", "0647115893", "2850580123456", "exemple.fr", "12/03/1956");

    private Canary() {}

    /** What of the canary is in a text, whatever the case, the accents and the gaps between digits. */
    static List<String> tracesIn(String text) {
        String plain = GAPS.matcher(PlainText.of(text)).replaceAll("");
        return TRACES.stream().filter(plain::contains).toList();
    }

    static boolean harmlessIn(String text) {
        return text.contains(HARMLESS);
    }
}
