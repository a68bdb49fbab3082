package fr.passerelle.sheets.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A document as one page of HTML that XML reads too: no script, nothing from elsewhere, every text of it escaped. */
public final class HtmlForm {

    private static final int WHOLE = 100;

    /** A name that a file gave may hold some; a page may not. */
    private static final Pattern CONTROLS = Pattern.compile("[[\\p{Cc}&&[^\n\t]]\\x{FFFE}\\x{FFFF}\\p{Cs}]");

    private HtmlForm() {}

    static String of(Document document) {
        return page(document, Document.resourceText("page.css"), "");
    }

    /** For sheets of paper, each under a header that may be empty, with the bookmarks that lead to its headings. */
    static String paper(Document document, String header) {
        return page(document, Document.resourceText("impression.css") + head(header), bookmarks(document.blocks()));
    }

    /** A page of another style that says itself what stands on it. */
    public static String sheet(String title, String style, String content) {
        return page(escaped(title), Document.resourceText(style), "", content);
    }

    private static String head(String text) {
        return text.isEmpty()
                ? ""
                : "@page { @top-center { content: \"%s\"; font-family: \"Source Sans 3\"; font-size: 9pt; } }%n"
                        .formatted(text.replaceAll("[\\p{Cc}\\\\\"<]", " "));
    }

    private static String page(Document document, String style, String bookmarks) {
        String title = escaped(document.title());
        List<Block> blocks = document.blocks();
        String body = IntStream.range(0, blocks.size())
                .mapToObj(rank -> of(blocks.get(rank), rank))
                .collect(Collectors.joining("\n"));
        return page(title, style, bookmarks, "<h1>" + title + "</h1>\n" + body);
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

    private static String of(Block block, int rank) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                "<h%d id=\"%s\"%s>%s</h%d>"
                        .formatted(
                                level, id(rank), Block.isAnnex(text) ? " class=\"annexe\"" : "", escaped(text), level);
            case Block.Paragraph(String text) -> element("p", text);
            case Block.Items(List<String> texts) ->
                texts.stream().map(item -> element("li", item)).collect(Collectors.joining("", "<ul>", "</ul>"));
            case Block.Grid grid -> grid.rows().isEmpty() ? element("p", grid.withoutRow()) : table(grid);
        };
    }

    static String id(int rank) {
        return "titre-" + rank;
    }

    private static String table(Block.Grid grid) {
        return "<table>\n" + element("caption", grid.caption()) + "\n<colgroup>"
                + ColumnWidths.of(grid).shares(WHOLE).stream()
                        .map("<col style=\"width: %d%%\"/>"::formatted)
                        .collect(Collectors.joining())
                + "</colgroup>\n<thead><tr>"
                + grid.header().stream()
                        .map(name -> "<th scope=\"col\">" + escaped(name) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead>\n<tbody>\n"
                + grid.rows().stream().map(HtmlForm::row).collect(Collectors.joining("\n")) + "\n</tbody>\n</table>";
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

    /** The headings of a document as the bookmarks that openhtmltopdf reads in the head of a page, one within the other. */
    private static String bookmarks(List<Block> blocks) {
        StringBuilder written = new StringBuilder("<bookmarks>\n");
        Deque<Integer> open = new ArrayDeque<>();
        for (int rank = 0; rank < blocks.size(); rank++) {
            if (blocks.get(rank) instanceof Block.Heading(int level, String text)) {
                closeFrom(level, open, written);
                written.append("<bookmark name=\"%s\" href=\"#%s\">\n".formatted(escaped(text), id(rank)));
                open.push(level);
            }
        }
        closeFrom(0, open, written);
        return written.append("</bookmarks>\n").toString();
    }

    private static void closeFrom(int level, Deque<Integer> open, StringBuilder written) {
        while (!open.isEmpty() && open.element() >= level) {
            open.pop();
            written.append("</bookmark>\n");
        }
    }

    /**
     * How a page shares its width among the columns of a table: each holds its longest word, and what is left goes to those that say the most.
     *
     * @param words of each column, characters of its longest word
     * @param texts of each column, characters of its longest text
     */
    record ColumnWidths(List<Integer> words, List<Integer> texts) {

        /** A longer word is broken. */
        private static final int LONGEST_WORD = 13;

        /** A text no longer than this stands on one line where the page has room. */
        private static final int LINE = 160;

        /** Of a line of the page, at the size of a table. */
        private static final int CHARACTERS = 115;

        static ColumnWidths of(Block.Grid grid) {
            List<Integer> columns =
                    IntStream.range(0, grid.header().size()).boxed().toList();
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
}
