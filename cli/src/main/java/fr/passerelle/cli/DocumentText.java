package fr.passerelle.cli;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A document on a terminal: its tables as the other commands show theirs. */
final class DocumentText {

    private static final String FIGURE = "[-+−]?[\\d\u00a0 ,]+(\u00a0€)?|" + CommandFrench.NONE;

    private DocumentText() {}

    static List<String> lines(Document document) {
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
            case Block.Grid grid -> table(grid);
        };
    }

    private static List<String> table(Block.Grid grid) {
        TextTable table = new TextTable(firstFigures(grid), grid.header().toArray(String[]::new));
        grid.rows().forEach(row -> table.row(row.toArray(String[]::new)));
        List<String> lines = new ArrayList<>(List.of(grid.caption()));
        lines.addAll(table.lines());
        return lines;
    }

    /** From which column on there are only figures. */
    private static int firstFigures(Block.Grid grid) {
        return IntStream.rangeClosed(0, grid.header().size())
                .filter(first -> grid.rows().stream()
                        .allMatch(row -> row.stream().skip(first).allMatch(cell -> cell.matches(FIGURE))))
                .findFirst()
                .orElseThrow();
    }
}
