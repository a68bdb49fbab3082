package fr.passerelle.console.plan;

import fr.passerelle.rules.explanation.text.Block;
import java.util.List;

/**
 * A part of the whole explanation, as its page shows it.
 *
 * @param kind TITRE, TEXTE or TABLE
 * @param text of a title or paragraph; caption of a table
 * @param rows of a table: the first cell of each names it
 */
public record Part(String kind, String text, List<String> header, List<List<String>> rows) {

    static Part of(Block block) {
        return switch (block) {
            case Block.Heading heading -> new Part("TITRE", heading.text(), List.of(), List.of());
            case Block.Paragraph paragraph -> new Part("TEXTE", paragraph.text(), List.of(), List.of());
            case Block.Grid grid -> new Part("TABLE", grid.caption(), grid.header(), grid.rows());
        };
    }
}
