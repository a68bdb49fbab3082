package fr.passerelle.sources.mapping;

import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Looks among the first records of a file for its header. */
public interface HeaderSearch {
    Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\uFEFF]+");

    /** The header is to be found out. */
    int FIND = -1;

    /** There is none: columns are called A, B, C… */
    int NONE = 0;

    /** Whether a record is the header; throws what {@link #notFound} says when it is too late for one. */
    boolean found(RawRow record);

    /** What to say of a file that ends without a header. */
    UnusableFile notFound();

    /** The text, on one line. */
    static String clean(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** What to say of a file without any record. */
    static UnusableFile empty(String file) {
        return new UnusableFile(
                "Le fichier « %s » est vide : donnez-lui une ligne d'en-tête et au moins une ligne de données."
                        .formatted(file));
    }

    /** The header is the first record, among the first ones, that has all the columns that the mapping names; the first of all where it names none. */
    final class NamedColumns implements HeaderSearch {
        /** How many records a preamble may have. */
        static final int MAX_RECORDS = 100;

        private final String file;
        private final Function<FileColumns, List<String>> missing;
        private int records;
        private long nearestLine;
        private List<String> nearestMissing = List.of();
        private String unread = "";

        /** @param missing columns that a header must have and does not, as they are told to the user */
        NamedColumns(String file, Function<FileColumns, List<String>> missing) {
            this.file = file;
            this.missing = missing;
        }

        @Override
        public boolean found(RawRow record) {
            if (++records > MAX_RECORDS) {
                throw notFound();
            }
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

        @Override
        public UnusableFile notFound() {
            if (records == 0) {
                return empty(file);
            }
            return new UnusableFile(
                    "Le fichier « %s » n'a pas d'en-tête où soient toutes les colonnes que nomme le mapping ; à la ligne %d, qui en est la plus proche, il manque %s."
                                    .formatted(file, nearestLine, String.join(", ", nearestMissing))
                            + unread);
        }
    }

    /** The header is on a line that the mapping says. */
    record DeclaredLine(String file, int line) implements HeaderSearch {
        @Override
        public boolean found(RawRow record) {
            if (record.line() > line) {
                throw notFound();
            }
            return record.line() == line;
        }

        @Override
        public UnusableFile notFound() {
            return new UnusableFile(
                    "Le fichier « %s » n'a pas d'en-tête qui commence à la ligne %d : corrigez « lecture.entete » dans le mapping (la première ligne porte le numéro 1)."
                            .formatted(file, line));
        }
    }
}
