package fr.passerelle.sources.cell;

import java.util.Set;

/** What people write where they have nothing to write. Only asked where the schema does not take the cell as it is. */
final class MissingWords {

    private static final int LONGEST = 20;
    private static final Set<String> WORDS = Set.of(
            "",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "?",
            "na",
            "n/a",
            "n.a.",
            "#n/a",
            "nc",
            "n.c.",
            "n/c",
            "nr",
            "n.r.",
            "n/r",
            "nd",
            "n.d.",
            "nsp",
            "null",
            "non communique",
            "non renseigne",
            "non disponible",
            "inconnu");

    private MissingWords() {}

    static boolean says(String cell) {
        return cell.length() <= LONGEST && WORDS.contains(TextFolding.of(cell));
    }
}
