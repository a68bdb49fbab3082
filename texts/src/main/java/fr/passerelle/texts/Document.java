package fr.passerelle.texts;

import java.util.ArrayList;
import java.util.List;

/**
 * What is explained, before it takes a form: its title, then its blocks in reading order.
 *
 * @param title what it is about, in a line
 */
public record Document(String title, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** This one, then another whose own title becomes a heading. */
    public Document then(Document other) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(new Block.Heading(2, other.title()));
        all.addAll(other.blocks());
        return new Document(title, all);
    }

    /** As text of one column: a table becomes a list of its rows. */
    public String asText() {
        return PlainForm.of(this);
    }

    /** As one page of HTML without script, that a screen reader finds its way in. */
    public String asHtml() {
        return HtmlForm.of(this, false);
    }

    /** The same, ready for a browser to print on A4 pages with their numbers. */
    public String asPrintableHtml() {
        return HtmlForm.of(this, true);
    }
}
