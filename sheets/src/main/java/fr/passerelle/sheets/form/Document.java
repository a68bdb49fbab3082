package fr.passerelle.sheets.form;

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

    /** This one, then another whose own title becomes a heading, and its headings those of that part. */
    public Document then(Document other) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(new Block.Heading(2, other.title()));
        other.blocks().forEach(block -> all.add(block instanceof Block.Heading heading ? heading.within() : block));
        return new Document(title, all);
    }

    /** As text of one column: a table becomes a list of its rows. */
    public String asText() {
        return PlainForm.of(this);
    }

    /** As one page of HTML without script, that a screen reader finds its way in. */
    public String asHtml() {
        return HtmlForm.of(this);
    }

    /**
     * As a tagged PDF on A4 pages, for people to file or to print: the same bytes each time.
     *
     * @param header at the head of each page, such as that it is an exercise; empty for none
     */
    public byte[] asPdf(String header) {
        return PdfForm.of(this, header);
    }

    /**
     * As an OpenDocument text, for people to go on writing: the same bytes each time.
     *
     * @param header at the head of each page, such as what a draft is not yet; empty for none
     */
    public byte[] asOdt(String header) {
        return OdtForm.of(this, header);
    }
}
