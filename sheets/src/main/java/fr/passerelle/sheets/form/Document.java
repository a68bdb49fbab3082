package fr.passerelle.sheets.form;

import fr.passerelle.schemas.text.TextResource;
import fr.passerelle.sheets.french.Textes;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is explained, before it takes a form: its title, then its blocks in reading order.
 *
 * @param title what it is about, in a line
 */
public record Document(String title, List<Block> blocks) {

    private static final String BREAK = "\n\n";

    /** A name that a file gave may hold some, and a terminal obeys them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private static final String FOLDER = "/explanation/";

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** This one, then another whose own title becomes a heading, and its headings those of that part. */
    public Document then(Document other) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(new Block.Heading(2, other.title()));
        other.blocks().forEach(block -> all.add(block instanceof Block.Heading heading ? heading.within() : block));
        return new Document(title, all);
    }

    /** As text of one column: a table becomes a list of its rows. */
    public String asText() {
        String text = Stream.concat(
                        Stream.of(underlined(title, "=")), blocks.stream().map(Document::plain))
                .collect(Collectors.joining(BREAK));
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** As one page of HTML without script, that a screen reader finds its way in. */
    public String asHtml() {
        return HtmlForm.of(this);
    }

    /** As a tagged PDF on A4 pages, for people to file or to print, with a header on each, empty for none: the same bytes each time. */
    public byte[] asPdf(String header) {
        return PdfForm.ofPage(HtmlForm.paper(this, header));
    }

    /** As an OpenDocument text, for people to go on writing, with a header on each page, empty for none: the same bytes each time. */
    public byte[] asOdt(String header) {
        return OdtForm.of(this, header);
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) -> level == 2 ? underlined(text, "-") : text;
            case Block.Paragraph(String text) -> text;
            case Block.Items(List<String> texts) ->
                texts.stream().map(item -> "  - " + item).collect(Collectors.joining("\n"));
            case Block.Grid grid ->
                Stream.concat(Stream.of(grid.caption()), grid.rows().stream().map(row -> row(grid.header(), row)))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String row(List<String> header, List<String> row) {
        return IntStream.range(1, row.size())
                .filter(i -> !row.get(i).isEmpty())
                .mapToObj(
                        i -> "      " + Textes.say("forme.cellule", Map.of("nom", header.get(i), "valeur", row.get(i))))
                .collect(Collectors.joining("\n", "  - " + row.getFirst() + "\n", ""));
    }

    private static String underlined(String text, String sign) {
        return text + "\n" + sign.repeat(text.length());
    }

    /** A style, a template or a font that the forms are made with. */
    static InputStream resource(String name) {
        InputStream in = Document.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("A part of the forms is missing: " + name);
        }
        return in;
    }

    /** The same as text; a part that is missing is a fault of the program. */
    public static String resourceText(String name) {
        return TextResource.of(FOLDER + name, "La forme " + name);
    }

    /** How long a text is, as a reader counts: a number with its thousands apart is one word, a sign alone is none. */
    public static final class WordCount {

        private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0]+");
        private static final Pattern HAS_A_LETTER_OR_DIGIT = Pattern.compile(".*[\\p{L}\\p{N}].*");

        private WordCount() {}

        /** Words of a document as a page shows it, from 0: a table has its header once. */
        public static int count(Document document) {
            return Stream.concat(
                            Stream.of(document.title()),
                            document.blocks().stream().flatMap(WordCount::texts))
                    .mapToInt(WordCount::count)
                    .sum();
        }

        private static Stream<String> texts(Block block) {
            return switch (block) {
                case Block.Heading heading -> Stream.of(heading.text());
                case Block.Paragraph paragraph -> Stream.of(paragraph.text());
                case Block.Items items -> items.texts().stream();
                case Block.Grid grid ->
                    Stream.of(
                                    Stream.of(grid.caption()),
                                    grid.header().stream(),
                                    grid.rows().stream().flatMap(List::stream))
                            .flatMap(texts -> texts);
            };
        }

        /** Words of a text, from 0. */
        public static int count(String text) {
            return (int) BETWEEN.splitAsStream(text)
                    .filter(token -> HAS_A_LETTER_OR_DIGIT.matcher(token).matches())
                    .count();
        }
    }
}
