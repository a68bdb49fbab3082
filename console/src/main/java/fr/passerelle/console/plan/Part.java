package fr.passerelle.console.plan;

import fr.passerelle.texts.Block;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of the whole explanation, as its page shows it.
 *
 * @param kind TITRE, TEXTE or TABLE
 * @param text of a title or paragraph; caption of a table
 * @param rows of a table: the first cell of each names it
 */
public record Part(String kind, String text, List<String> header, List<List<String>> rows) {

    private static final int ROWS = 50;

    /** A block; a long table is several, under the same caption and header. */
    static Stream<Part> of(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(new Part("TITRE", heading.text(), List.of(), List.of()));
            case Block.Paragraph paragraph -> Stream.of(new Part("TEXTE", paragraph.text(), List.of(), List.of()));
            case Block.Grid grid -> tables(grid);
        };
    }

    private static Stream<Part> tables(Block.Grid grid) {
        int count = Math.max(1, (grid.rows().size() + ROWS - 1) / ROWS);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        grid.rows().subList(i * ROWS, Math.min(grid.rows().size(), (i + 1) * ROWS)))
                .map(rows -> new Part("TABLE", grid.caption(), grid.header(), rows));
    }

    /** How many lines it takes, from 1. */
    int lines() {
        return 1 + rows.size();
    }
}
