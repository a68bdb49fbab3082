package fr.passerelle.cli;

import java.util.ArrayList;
import java.util.List;

/** Cells in aligned columns. */
final class TextTable {

    private final List<String> titles;
    private final int firstNumber;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param firstNumber from which column on cells are aligned to the right */
    TextTable(int firstNumber, String... titles) {
        this.titles = List.of(titles);
        this.firstNumber = firstNumber;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines: titles, a rule, the rows. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(titles, widths));
        lines.add("─".repeat(lines.getFirst().length()));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    titles.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blank = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(i < firstNumber ? cells.get(i) + blank : blank + cells.get(i));
        }
        return line.toString();
    }
}
