package fr.passerelle.sources.mapping;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a file, by name. {@code Total#2} is the second of those called Total, {@code #3} the third of all, unless a column is
 * called just so.
 *
 * @param names cleaned, in the order of the file
 */
record FileColumns(List<String> names) {
    private static final Pattern NUMBERED = Pattern.compile("(.*)#([1-9][0-9]{0,3})");
    private static final int LETTERS = 26;

    /** Columns called A, B, C… */
    static FileColumns lettered(int count) {
        return new FileColumns(
                IntStream.range(0, count).mapToObj(FileColumns::letters).toList());
    }

    static FileColumns of(List<String> header) {
        return new FileColumns(header.stream().map(HeaderSearch::clean).toList());
    }

    /** Places of the columns that a name stands for, in order; several where it is ambiguous. */
    List<Integer> places(String name) {
        List<Integer> exact = called(name);
        Matcher numbered = NUMBERED.matcher(name);
        if (!exact.isEmpty() || !numbered.matches()) {
            return exact;
        }
        return nth(numbered.group(1), Integer.parseInt(numbered.group(2)));
    }

    /**
     * The place that a name says by its number, or of columns that have only letters by them, whether there is such a column or not; -1
     * for none.
     */
    static int said(String name, boolean lettered) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches() && numbered.group(1).isEmpty()) {
            return Integer.parseInt(numbered.group(2)) - 1;
        }
        return lettered && name.matches("[A-Z]{1,2}")
                ? name.chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1) - 1
                : -1;
    }

    boolean has(String name) {
        return !places(name).isEmpty();
    }

    private List<Integer> nth(String name, int number) {
        if (name.isEmpty()) {
            return number <= names.size() ? List.of(number - 1) : List.of();
        }
        List<Integer> all = called(name);
        return number <= all.size() ? List.of(all.get(number - 1)) : List.of();
    }

    private List<Integer> called(String name) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .boxed()
                .toList();
    }

    private static String letters(int place) {
        String last = Character.toString('A' + place % LETTERS);
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }
}
