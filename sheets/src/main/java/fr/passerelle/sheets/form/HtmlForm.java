package fr.passerelle.sheets.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document as one page of HTML that XML reads too: no script, nothing from elsewhere, every text of it escaped. */
public final class HtmlForm {

    private static final int WHOLE = 100;

    /** A name that a file gave may hold some; a page may not. */
    private static final Pattern CONTROLS = Pattern.compile("[[\\p{Cc}&&[^\n\t]]\\x{FFFE}\\x{FFFF}\\p{Cs}]");

    private HtmlForm() {}

    /** For a screen. */
    static String of(Document document) {
        return page(document, FormResource.text("page.css"), "");
    }

    /** For sheets of paper, with the bookmarks that lead to its headings. */
    static String paper(Document document, String header) {
        return page(document, FormResource.text("impression.css") + head(header), HtmlBookmarks.of(document));
    }

    /** A page of another style that says itself what stands on it. */
    public static String sheet(String title, String style, String content) {
        return page(escaped(title), FormResource.text(style), "", content);
    }

    private static String head(String text) {
        return text.isEmpty()
                ? ""
                : "@page { @top-center { content: \"%s\"; font-family: \"Source Sans 3\"; font-size: 9pt; } }%n"
                        .formatted(text.replaceAll("[\\p{Cc}\\\\\"<]", " "));
    }

    private static String page(Document document, String style, String bookmarks) {
        String title = escaped(document.title());
        return page(title, style, bookmarks, "<h1>" + title + "</h1>\n" + body(document.blocks()));
    }

    private static String page(String title, String style, String bookmarks, String content) {
        return """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="subject" content="%s"/>
            <title>%s</title>
            <style>
            %s</style>
            %s</head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """.formatted(title, title, style, bookmarks, content);
    }

    private static String body(List<Block> blocks) {
        return IntStream.range(0, blocks.size())
                .mapToObj(rank -> of(blocks.get(rank), rank))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Block block, int rank) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                "<h%d id=\"%s\"%s>%s</h%d>"
                        .formatted(
                                level,
                                id(rank),
                                Block.isAnnex(text) ? " class=\"annexe\"" : "",
                                escaped(text),
                                level);
            case Block.Paragraph(String text) -> element("p", text);
            case Block.Items(List<String> texts) ->
                texts.stream().map(item -> element("li", item)).collect(Collectors.joining("", "<ul>", "</ul>"));
            case Block.Grid grid -> grid.rows().isEmpty() ? element("p", grid.withoutRow()) : table(grid);
        };
    }

    /** How the page names the heading of that rank among the blocks. */
    static String id(int rank) {
        return "titre-" + rank;
    }

    private static String table(Block.Grid grid) {
        return "<table>\n" + element("caption", grid.caption()) + "\n<colgroup>"
                + ColumnWidths.of(grid).shares(WHOLE).stream()
                        .map("<col style=\"width: %d%%\"/>"::formatted)
                        .collect(Collectors.joining())
                + "</colgroup>\n<thead><tr>"
                + grid.header().stream().map(HtmlForm::column).collect(Collectors.joining())
                + "</tr></thead>\n<tbody>\n"
                + grid.rows().stream().map(HtmlForm::row).collect(Collectors.joining("\n")) + "\n</tbody>\n</table>";
    }

    private static String column(String name) {
        return "<th scope=\"col\">" + escaped(name) + "</th>";
    }

    private static String row(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i ->
                        i == 0 ? "<th scope=\"row\">" + escaped(cells.get(i)) + "</th>" : element("td", cells.get(i)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    /** A text as a page takes it. */
    public static String escaped(String text) {
        return CONTROLS.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
