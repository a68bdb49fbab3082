package fr.passerelle.console.page;

import fr.passerelle.texts.Block;
import fr.passerelle.texts.Document;
import java.util.List;

/**
 * A block of an explanation, as a template tells its kinds apart.
 *
 * @param kind {@code titre}, {@code paragraphe}, {@code liste} or {@code table}
 * @param text the title, the sentences, or the caption of the table or list
 * @param rows each with as many cells as the header, the first of which names it; of a list, one cell each
 */
public record DocumentBlock(String kind, String text, List<String> header, List<List<String>> rows) {

    /** Those of a document, in reading order. */
    public static List<DocumentBlock> of(Document document) {
        return document.blocks().stream().map(DocumentBlock::of).toList();
    }

    private static DocumentBlock of(Block block) {
        return switch (block) {
            case Block.Heading heading -> new DocumentBlock("titre", heading.text(), List.of(), List.of());
            case Block.Paragraph paragraph -> new DocumentBlock("paragraphe", paragraph.text(), List.of(), List.of());
            case Block.Grid grid -> new DocumentBlock("table", grid.caption(), grid.header(), grid.rows());
        };
    }
}
