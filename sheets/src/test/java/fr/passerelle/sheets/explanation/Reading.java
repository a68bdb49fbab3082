package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.french.FrenchNames;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds of every text that a maire reads: short, French, without a code, each number with what it counts or when. */
public final class Reading {

    private static final String SPACE = "[ \u00a0]";
    private static final String NUMBER = "\\d{1,3}(?:\u202f\\d{3})*(?:,\\d+)?";
    private static final String MONTH =
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";

    /** A number may stand only within one of these. */
    private static final Pattern MEASURED = Pattern.compile(String.join(
            "|",
            "numéro Siren \\d{3}\u202f\\d{3}\u202f\\d{3}",
            "\\d{1,2} " + MONTH + " \\d{4}",
            "\\d+ mois sur \\d+",
            "not(?:ée|e) \\d+(?: sur 100)?",
            "\\(entre \\d+ et \\d+(?: selon les données manquantes)?\\)",
            "seuil(?: de)? \\d+",
            "atteignait \\d+ points?",
            NUMBER + SPACE + "(?:€|%|km|présences?|mois|points?|séances?|fonctions?|salles?|habitants?)"));

    private static final List<Pattern> FAULTS = List.of(
            Pattern.compile("[A-ZÉÈ]{2,}_[A-Z_]+|\\b[A-Z]{4,}\\b"),
            Pattern.compile("\\b[A-Z]+-\\d+\\b"),
            Pattern.compile("\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b"),
            Pattern.compile("  |\\bnull\\b|[{}]|\\.\\.|,,| \\.| ,"),
            Pattern.compile("\\b(?:de|le|la|que|ne) [aeiouéèêâîôûAEIOUÉÈ]"),
            Pattern.compile("\\bde (?:le|les) (?=[A-Z])|\\bà (?:le|les) (?=[A-Z])", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<![\\d\u202f,])(?:[01]|\\bune?)[ \u00a0](?!mois|fois|tiers|sens|sans|sous)\\p{L}+s\\b"),
            Pattern.compile(
                    "\\b[ldn][aeiouéê]utres?\\b|aujourdhui|\\b(?:laide|danimateur|lanimation|dun|dune|nest)\\b"));

    private Reading() {}

    /** With plain spaces, whatever their width. */
    public static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    /** The tables of a document, in their order. */
    public static Stream<Block.Grid> grids(Stream<Block> blocks) {
        return blocks.filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast);
    }

    /** The cells of a row, on one line. */
    public static String row(List<String> cells) {
        return plain(String.join(" | ", cells));
    }

    /**
     * Asserts it.
     *
     * @param names proper names that the text may hold, which answer for themselves
     */
    public static void isFit(String text, List<String> names) {
        assertThat(WordCount.count(text)).as(text).isLessThan(MaireText.LIMIT);
        String bare = without(text, names);
        assertThat(FAULTS).allSatisfy(fault -> assertThat(bare).doesNotContainPattern(fault));
        assertThat(MEASURED.matcher(bare).replaceAll("…")).as(text).doesNotContainPattern("\\d");
    }

    /** Each name becomes one that no rule looks at, and that begins with a consonant or a vowel as it did. */
    private static String without(String text, List<String> names) {
        String bare = text;
        for (String name : names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            bare = bare.replaceAll(
                    "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})", FrenchNames.elides(name) ? "Ault" : "Ham");
        }
        return bare;
    }
}
