package fr.passerelle.console.page;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of an explanation, as a template tells its kinds apart: {@code titre}, {@code paragraphe}, {@code liste} or {@code table}. Its rows
 * have as many cells as the header, the first of which names it; of a list, one cell each.
 */
public record DocumentBlock(String kind, String text, List<String> header, List<List<String>> rows) {

    /** Those of a document, in reading order. */
    public static List<DocumentBlock> of(Document document) {
        return document.blocks().stream().map(DocumentBlock::of).toList();
    }

    /** Itself; a long table is several, under the same caption and header. */
    public Stream<DocumentBlock> cut(int most) {
        int count = Math.max(1, (rows.size() + most - 1) / most);
        return IntStream.range(0, count)
                .mapToObj(i -> rows.subList(i * most, Math.min(rows.size(), (i + 1) * most)))
                .map(some -> new DocumentBlock(kind, text, header, some));
    }

    /** How many lines it takes, from 1. */
    public int lines() {
        return 1 + rows.size();
    }

    private static DocumentBlock of(Block block) {
        return switch (block) {
            case Block.Heading heading -> new DocumentBlock("titre", heading.text(), List.of(), List.of());
            case Block.Paragraph paragraph -> new DocumentBlock("paragraphe", paragraph.text(), List.of(), List.of());
            case Block.Items items ->
                new DocumentBlock(
                        "liste",
                        "",
                        List.of(),
                        items.texts().stream().map(List::of).toList());
            case Block.Grid grid -> new DocumentBlock("table", grid.caption(), grid.header(), grid.rows());
        };
    }
}
