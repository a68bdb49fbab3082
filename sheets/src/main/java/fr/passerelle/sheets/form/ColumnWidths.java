package fr.passerelle.sheets.form;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a page shares its width among the columns of a table: each holds its longest word, and what is left goes to those that say the most.
 *
 * @param words of each column, characters of its longest word
 * @param texts of each column, characters of its longest text
 */
public record ColumnWidths(List<Integer> words, List<Integer> texts) {

    /** A longer word is broken. */
    private static final int LONGEST_WORD = 13;

    /** A text no longer than this stands on one line where the page has room. */
    private static final int LINE = 160;

    /** Of a line of the page, at the size of a table. */
    private static final int CHARACTERS = 115;

    static ColumnWidths of(Block.Grid grid) {
        List<Integer> columns = IntStream.range(0, grid.header().size()).boxed().toList();
        return new ColumnWidths(
                columns.stream()
                        .map(column -> longest(cells(grid, column).flatMap(cell -> Stream.of(cell.split(" ")))))
                        .map(length -> Math.min(length, LONGEST_WORD) + 4)
                        .toList(),
                columns.stream()
                        .map(column -> Math.min(longest(cells(grid, column)), LINE) + 4)
                        .toList());
    }

    /** Whole parts of a width, together no more than it. */
    List<Integer> shares(int width) {
        int needed = sum(words);
        int wished = sum(texts) - needed;
        int spare = Math.max(0, CHARACTERS - needed);
        List<Integer> characters = IntStream.range(0, words.size())
                .mapToObj(column -> words.get(column)
                        + (wished <= 0 ? 0 : spare * Math.max(0, texts.get(column) - words.get(column)) / wished))
                .toList();
        int all = Math.max(1, sum(characters));
        return characters.stream().map(one -> width * one / all).toList();
    }

    private static Stream<String> cells(Block.Grid grid, int column) {
        return Stream.concat(
                Stream.of(grid.header().get(column)), grid.rows().stream().map(row -> row.get(column)));
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
