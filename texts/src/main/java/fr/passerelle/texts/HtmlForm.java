package fr.passerelle.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document as one page of HTML: no script, nothing from elsewhere, every text of it escaped. */
final class HtmlForm {

    private static final String SCREEN = "/explanation/page.css";
    private static final String PAPER = "/explanation/impression.css";

    /** A name that a file gave may hold some; a page may not. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private HtmlForm() {}

    static String of(Document document, boolean printable) {
        String title = escaped(document.title());
        return """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s
            </main>
            </body>
            </html>
            """.formatted(title, printable ? style(SCREEN) + style(PAPER) : style(SCREEN), title, body(document));
    }

    private static String body(Document document) {
        return document.blocks().stream().map(HtmlForm::of).collect(Collectors.joining("\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                LegalDocument.isAnnex(text) ? annex(level, text) : element("h" + level, text);
            case Block.Paragraph(String text) -> element("p", text);
            case Block.Grid grid -> table(grid);
        };
    }

    /** On paper the first begins a page. */
    private static String annex(int level, String text) {
        return element("h" + level, text).replaceFirst(">", " class=\"annexe\">");
    }

    private static String table(Block.Grid grid) {
        return "<table>\n" + element("caption", grid.caption()) + "\n<thead><tr>"
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

    private static String escaped(String text) {
        return CONTROLS.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style(String resource) {
        try (InputStream in = HtmlForm.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The style is missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style cannot be read", e);
        }
    }
}
