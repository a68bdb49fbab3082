package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import fr.passerelle.schemas.yaml.Leaf;
import fr.passerelle.sources.table.Codings;
import fr.passerelle.sources.table.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code lecture}.
 *
 * @param headerLine line of the header, {@link HeaderSearch#FIND} or {@link HeaderSearch#NONE}
 */
record ReadingReader(Reading reading, int headerLine) {

    private static final int LAST_HEADER_LINE = 1000;
    private static final String TAB = "tabulation";

    static ReadingReader of(@Nullable Branch branch) {
        if (branch == null) {
            return new ReadingReader(Reading.UNDECLARED, HeaderSearch.FIND);
        }
        ReadingReader read = new ReadingReader(reading(branch), headerLine(branch.leaf("entete")));
        branch.end();
        return read;
    }

    private static Reading reading(Branch branch) {
        Reading reading = new Reading(
                charset(branch.leaf("charset")),
                sign(branch.anyLeaf("separateur")),
                sign(branch.anyLeaf("guillemet")),
                sign(branch.anyLeaf("echappement")),
                words(branch.leaf("feuille")),
                entry(branch.leaf("fichier")));
        checkSigns(branch, reading);
        return reading;
    }

    private static int headerLine(@Nullable Leaf leaf) {
        Integer line = leaf == null ? null : leaf.whole(HeaderSearch.NONE, LAST_HEADER_LINE);
        return line == null ? HeaderSearch.FIND : line;
    }

    private static @Nullable String charset(@Nullable Leaf leaf) {
        if (leaf == null || Codings.isKnown(leaf.text())) {
            return words(leaf);
        }
        leaf.problem("« %s » n'est pas un jeu de caractères lu ici ; choisissez parmi %s"
                .formatted(leaf.text(), String.join(", ", Codings.NAMES)));
        return null;
    }

    private static @Nullable Character sign(@Nullable Leaf leaf) {
        if (leaf == null) {
            return null;
        }
        if (leaf.text().equals(TAB)) {
            return '\t';
        }
        if (leaf.text().matches("\\t|[^\\p{L}\\p{N}\\p{Cc}\\p{Cs}]")) {
            return leaf.text().charAt(0);
        }
        leaf.problem("« %s » n'est pas possible ; écrivez un seul signe entre guillemets, ou le mot %s"
                .formatted(leaf.text(), TAB));
        return null;
    }

    private static void checkSigns(Branch branch, Reading reading) {
        Character separator = reading.separator();
        if (separator != null && (separator.equals(reading.quote()) || separator.equals(reading.escape()))) {
            branch.problem(
                    "separateur", "le même signe sépare les cellules et les entoure ; donnez-en deux différents");
        }
    }

    private static @Nullable String entry(@Nullable Leaf leaf) {
        if (leaf != null) {
            MappingReader.checkFileName(leaf);
        }
        return words(leaf);
    }

    private static @Nullable String words(@Nullable Leaf leaf) {
        return leaf == null ? null : leaf.text();
    }
}
