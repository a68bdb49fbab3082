package fr.passerelle.sheets.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a text is, as a reader counts: a number with its thousands apart is one word, a sign alone is none. */
public final class WordCount {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern HAS_A_LETTER_OR_DIGIT = Pattern.compile(".*[\\p{L}\\p{N}].*");

    private WordCount() {}

    /** Words of a document as a page shows it, from 0: a table has its header once. */
    public static int count(Document document) {
        return Stream.concat(
                        Stream.of(document.title()), document.blocks().stream().flatMap(WordCount::texts))
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
