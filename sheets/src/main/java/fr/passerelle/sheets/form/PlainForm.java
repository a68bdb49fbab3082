package fr.passerelle.sheets.form;

import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A document as plain text. */
final class PlainForm {

    private static final String BREAK = "\n\n";

    /** A name that a file gave may hold some, and a terminal obeys them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private PlainForm() {}

    static String of(Document document) {
        String text = Stream.concat(
                        Stream.of(underlined(document.title(), "=")),
                        document.blocks().stream().map(PlainForm::of))
                .collect(Collectors.joining(BREAK));
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    private static String of(Block block) {
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
}
