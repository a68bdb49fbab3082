package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Finds how cells are told apart: declared, announced by a first line {@code sep=;}, or told from the first records. The separator that
 * finds most of the expected columns in one of them is taken; where none does, the one that cuts them most evenly into most cells; where a
 * second one does nearly as well, the file is refused until one is declared.
 */
final class DialectGuess {

    private static final List<Character> SEPARATORS = List.of(';', '\t', ',', '|');
    private static final char USUAL = ';';
    private static final String ANNOUNCE = "sep=";
    private static final double NEARLY = 0.8;

    /** One cell alone may be a word of any text. */
    private static final int FEWEST = 2;

    private final char[] sample;
    private final boolean whole;
    private final Reading reading;
    private final String name;

    /**
     * @param sample first characters of the text
     * @param whole whether it is all of it
     * @param name what the file is called in messages
     */
    DialectGuess(char[] sample, boolean whole, Reading reading, String name) {
        this.sample = sample;
        this.whole = whole;
        this.reading = reading;
        this.name = name;
    }

    /**
     * A separator and how well it cuts the first records.
     *
     * @param expected see {@link SampleRecords#expected}
     */
    private record Candidate(char separator, long expected, double merit) {}

    /** @throws UnusableFile when two separators do as well */
    Dialect dialect() {
        String announced = announced();
        Character declared = reading.separator();
        if (declared != null) {
            return dialect(declared, !announced.isEmpty());
        }
        return announced.isEmpty() ? dialect(told(), false) : dialect(announced.charAt(0), true);
    }

    /** The first records, cut by a dialect. */
    SampleRecords records(Dialect dialect) {
        return new SampleRecords(sample, whole, dialect, reading.columns());
    }

    private Dialect dialect(char separator, boolean announced) {
        return new Dialect(separator, quote(), reading.escape(), announced);
    }

    private char quote() {
        Character quote = reading.quote();
        return quote == null ? Dialect.QUOTE : quote;
    }

    private String announced() {
        String first = new String(sample, 0, Math.min(sample.length, ANNOUNCE.length() + 2));
        boolean announces = first.toLowerCase(Locale.ROOT).startsWith(ANNOUNCE)
                && first.length() > ANNOUNCE.length()
                && (first.length() == ANNOUNCE.length() + 1 || newLine(first.charAt(ANNOUNCE.length() + 1)))
                && !newLine(first.charAt(ANNOUNCE.length()))
                && first.charAt(ANNOUNCE.length()) != quote();
        return announces ? first.substring(ANNOUNCE.length(), ANNOUNCE.length() + 1) : "";
    }

    private char told() {
        List<Candidate> all = SEPARATORS.stream()
                .filter(separator -> !separator.equals(reading.quote()))
                .map(this::candidate)
                .toList();
        List<Candidate> named = best(all, Candidate::expected);
        if (named.get(0).expected() >= FEWEST
                && named.get(0).expected() > named.get(1).expected()) {
            return named.get(0).separator();
        }
        List<Candidate> even = best(all, Candidate::merit);
        if (even.get(0).merit() == 0) {
            return USUAL;
        }
        if (even.get(1).merit() > NEARLY * even.get(0).merit()) {
            throw new UnusableFile(
                    "Le fichier « %s » : plusieurs séparateurs de cellules sont possibles ; déclarez le bon dans le mapping."
                            .formatted(name));
        }
        return even.get(0).separator();
    }

    private static List<Candidate> best(List<Candidate> all, ToDoubleFunction<Candidate> by) {
        return all.stream().sorted(Comparator.comparingDouble(by).reversed()).toList();
    }

    private Candidate candidate(char separator) {
        SampleRecords records = records(dialect(separator, false));
        return new Candidate(separator, records.expected(), merit(records.widths()));
    }

    /** Separators that it explains: those of the records of the commonest width, the less the more records are of another width. */
    private static double merit(List<Integer> widths) {
        Map<Integer, Integer> records = new HashMap<>();
        widths.forEach(width -> records.merge(width, 1, Integer::sum));
        return records.entrySet().stream()
                .mapToDouble(of -> (of.getKey() - 1.0) * of.getValue() * of.getValue() / widths.size())
                .max()
                .orElse(0);
    }

    private static boolean newLine(char c) {
        return c == '\r' || c == '\n';
    }
}
