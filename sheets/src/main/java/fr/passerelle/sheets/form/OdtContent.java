package fr.passerelle.sheets.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The content of an OpenDocument text: blocks in the styles of its template, the columns of tables as wide as their words ask for. */
final class OdtContent {

    /** Millimetres between the margins. */
    private static final int WIDTH = 174;

    private final List<String> styles = new ArrayList<>();

    private OdtContent() {}

    static String of(Document document) {
        OdtContent content = new OdtContent();
        String body = document.blocks().stream().map(content::block).collect(Collectors.joining("\n"));
        return OdtForm.part("content.xml")
                .formatted(String.join("", content.styles), HtmlForm.escaped(document.title()), body);
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) -> heading(level - 1, text);
            case Block.Paragraph(String text) -> paragraph("Text_20_body", text);
            case Block.Items(List<String> texts) ->
                texts.stream()
                        .map(item -> "<text:list-item>" + paragraph("Text_20_body", item) + "</text:list-item>")
                        .collect(Collectors.joining("", "<text:list>", "</text:list>"));
            case Block.Grid grid ->
                grid.rows().isEmpty()
                        ? paragraph("Text_20_body", grid.withoutRow())
                        : paragraph("Table", grid.caption()) + "\n" + table(grid);
        };
    }

    /** The document's own title is no heading: what follows it begins at 1. */
    private static String heading(int level, String text) {
        return "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">%s</text:h>"
                .formatted(level, level, HtmlForm.escaped(text));
    }

    private static String paragraph(String style, String text) {
        return "<text:p text:style-name=\"%s\">%s</text:p>".formatted(style, HtmlForm.escaped(text));
    }

    private String table(Block.Grid grid) {
        List<String> columns = columns(grid);
        return "<table:table table:style-name=\"Tableau\">"
                + columns.stream()
                        .map("<table:table-column table:style-name=\"%s\"/>"::formatted)
                        .collect(Collectors.joining())
                + "<table:table-header-rows>" + row(grid.header(), "Entete", "Table_20_Heading")
                + "</table:table-header-rows>\n"
                + grid.rows().stream()
                        .map(cells -> row(cells, "Cellule", "Table_20_Contents"))
                        .collect(Collectors.joining("\n"))
                + "</table:table>";
    }

    private static String row(List<String> cells, String style, String words) {
        return cells.stream()
                .map(cell -> "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"string\">"
                        + paragraph(words, cell) + "</table:table-cell>")
                .collect(Collectors.joining("", "<table:table-row table:style-name=\"Ligne\">", "</table:table-row>"));
    }

    /** The names of the styles of its columns, which are written. */
    private List<String> columns(Block.Grid grid) {
        return ColumnWidths.of(grid).shares(WIDTH).stream().map(this::column).toList();
    }

    private String column(int millimetres) {
        String name = "Colonne" + millimetres;
        String style = "    <style:style style:name=\"%s\" style:family=\"table-column\">".formatted(name)
                + "<style:table-column-properties style:column-width=\"%dmm\"/></style:style>\n".formatted(millimetres);
        if (!styles.contains(style)) {
            styles.add(style);
        }
        return name;
    }
}
