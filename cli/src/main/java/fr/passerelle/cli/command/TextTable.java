package fr.passerelle.cli.command;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aligned columns, no wider than a terminal: the widest give way first, on several lines; where no width is enough, rows are told cell by cell. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final IntPredicate isNumber;
    private final List<List<String>> rows;

    /** Numbers are aligned to the right. Where nothing is known a dash stands. */
    public <R> TextTable(Table<R> table) {
        List<Column<R>> columns = table.columns();
        this.titles = table.header();
        this.isNumber = place -> columns.get(place).isNumber();
        this.rows = new ArrayList<>();
        table.rows()
                .forEach(row -> rows.add(
                        columns.stream().map(column -> shown(column, row)).toList()));
    }

    private TextTable(Block.Grid grid) {
        this.titles = grid.header();
        this.isNumber = place -> place >= grid.figures();
        this.rows = grid.rows();
    }

    /** A cell, on lines of its own where it has several, and nothing in it that a terminal would obey. */
    private static <R> String shown(Column<R> column, R row) {
        return column.said(row, CommandFrench::day).replaceAll("[\\p{Cc}&&[^\n]]", " ");
    }

    /** The lines: titles, a rule, the rows. */
    public List<String> lines() {
        int[] widths = widths();
        return total(widths) <= TerminalLines.COLUMNS
                ? Stream.of(
                                line(titles, widths),
                                Stream.of("─".repeat(total(widths))),
                                rows.stream().flatMap(row -> line(row, widths)))
                        .flatMap(lines -> lines)
                        .toList()
                : rows.stream().flatMap(this::told).toList();
    }

    /** Says its lines. */
    public void print(PrintWriter out) {
        lines().forEach(out::println);
    }

    /** Says its lines below a blank line and a title; nothing where it has no row. */
    public void print(String title, PrintWriter out) {
        if (!rows.isEmpty()) {
            out.println();
            out.println(title);
            print(out);
        }
    }

    private int[] widths() {
        int[] widths = measured(String::length);
        int[] least = measured(TerminalLines::least);
        for (int excess = total(widths) - TerminalLines.COLUMNS; excess > 0; excess--) {
            widest(widths, least).ifPresent(column -> widths[column]--);
        }
        return widths;
    }

    /** Of the columns that may be narrower; none where every one is as narrow as its longest word. */
    private static Optional<Integer> widest(int[] widths, int[] least) {
        return IntStream.range(0, widths.length)
                .filter(column -> widths[column] > least[column])
                .boxed()
                .max(Comparator.comparingInt(column -> widths[column]));
    }

    private int[] measured(ToIntFunction<String> measure) {
        return IntStream.range(0, titles.size())
                .map(column -> Stream.concat(Stream.of(titles), rows.stream())
                        .flatMap(row -> row.get(column).lines())
                        .mapToInt(measure)
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private Stream<String> line(List<String> cells, int[] widths) {
        List<List<String>> parts = IntStream.range(0, cells.size())
                .mapToObj(column -> parts(cells.get(column), widths[column]))
                .toList();
        int height = parts.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, height).mapToObj(row -> line(parts, row, widths));
    }

    private static List<String> parts(String cell, int width) {
        return cell.lines()
                .flatMap(line -> TerminalLines.of(line, width).stream())
                .toList();
    }

    private String line(List<List<String>> parts, int row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = parts.get(column);
            String text = row < cell.size() ? cell.get(row) : "";
            String blank = " ".repeat(widths[column] - text.length());
            line.append(column == 0 ? "" : GAP).append(isNumber.test(column) ? blank + text : text + blank);
        }
        return line.toString().stripTrailing();
    }

    private Stream<String> told(List<String> row) {
        return Stream.concat(
                Stream.of(row.getFirst()),
                IntStream.range(1, row.size()).mapToObj(column -> "  " + titles.get(column) + " : " + row.get(column)));
    }

    /** The lines of a document: its tables as the commands show theirs. */
    public static List<String> lines(Document document) {
        List<String> lines = new ArrayList<>(List.of(document.title()));
        document.blocks().forEach(block -> {
            lines.add("");
            lines.addAll(lines(block));
        });
        return lines;
    }

    private static List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) -> List.of(text, "═".repeat(text.length()));
            case Block.Paragraph(String text) -> List.of(text);
            case Block.Items(List<String> texts) ->
                texts.stream().map(item -> "- " + item).toList();
            case Block.Grid grid ->
                Stream.concat(Stream.of(grid.caption()), new TextTable(grid).lines().stream())
                        .toList();
        };
    }
}
