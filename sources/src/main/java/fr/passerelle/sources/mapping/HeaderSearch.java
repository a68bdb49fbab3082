package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Looks among the first records of a file for its header: on the line that the mapping says, else the first one that has all the columns
 * that the mapping names; the first of all where it names none.
 */
public final class HeaderSearch {
    /** The header is to be found out. */
    public static final int FIND = -1;

    /** There is none: columns are called A, B, C… */
    static final int NONE = 0;

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\uFEFF]+");

    /** How many records a preamble may have. */
    private static final int MAX_RECORDS = 100;

    private final String file;
    private final int line;
    private final Function<FileColumns, List<String>> missing;
    private int records;
    private long nearestLine;
    private List<String> nearestMissing = List.of();
    private String unread = "";

    /**
     * @param line of the header, or {@link #FIND}
     * @param missing columns that a header must have and does not, as they are told to the user
     */
    HeaderSearch(String file, int line, Function<FileColumns, List<String>> missing) {
        this.file = file;
        this.line = line;
        this.missing = missing;
    }

    /** The text, on one line. */
    public static String clean(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Whether a record is the header; throws what {@link #notFound} says when it is too late for one. */
    public boolean found(RawRow record) {
        if (line == FIND ? ++records > MAX_RECORDS : record.line() > line) {
            throw notFound();
        }
        return line == FIND ? hasColumns(record) : record.line() == line;
    }

    private boolean hasColumns(RawRow record) {
        Flaw flaw = record.flaw();
        if (flaw != null && unread.isEmpty()) {
            unread = " La ligne %d ne se lit pas : %s".formatted(record.line(), flaw.message());
        }
        List<String> missed = missing.apply(FileColumns.of(record.texts()));
        if (records == 1 || missed.size() < nearestMissing.size()) {
            nearestLine = record.line();
            nearestMissing = missed;
        }
        return missed.isEmpty();
    }

    /** What to say of a file that ends without a header. */
    public UnusableFile notFound() {
        if (line != FIND) {
            return new UnusableFile(
                    "Le fichier « %s » n'a pas d'en-tête qui commence à la ligne %d : corrigez « lecture.entete » dans le mapping (la première ligne porte le numéro 1)."
                            .formatted(file, line));
        }
        return records == 0
                ? empty(file)
                : new UnusableFile(
                        "Le fichier « %s » n'a pas d'en-tête où soient toutes les colonnes que nomme le mapping ; à la ligne %d, qui en est la plus proche, il manque %s."
                                        .formatted(file, nearestLine, String.join(", ", nearestMissing))
                                + unread);
    }

    /** What to say of a file without any record. */
    static UnusableFile empty(String file) {
        return new UnusableFile(
                "Le fichier « %s » est vide : donnez-lui une ligne d'en-tête et au moins une ligne de données."
                        .formatted(file));
    }
}
