package fr.passerelle.sheets.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The headings of a document as the bookmarks that openhtmltopdf reads in the head of a page, one within the other. */
final class HtmlBookmarks {

    private final StringBuilder written = new StringBuilder("<bookmarks>\n");
    private final Deque<Integer> open = new ArrayDeque<>();

    private HtmlBookmarks() {}

    static String of(Document document) {
        HtmlBookmarks bookmarks = new HtmlBookmarks();
        List<Block> blocks = document.blocks();
        for (int rank = 0; rank < blocks.size(); rank++) {
            if (blocks.get(rank) instanceof Block.Heading(int level, String text)) {
                bookmarks.add(level, text, rank);
            }
        }
        bookmarks.closeFrom(0);
        return bookmarks.written.append("</bookmarks>\n").toString();
    }

    private void add(int level, String text, int rank) {
        closeFrom(level);
        written.append("<bookmark name=\"%s\" href=\"#%s\">\n".formatted(HtmlForm.escaped(text), HtmlForm.id(rank)));
        open.push(level);
    }

    private void closeFrom(int level) {
        while (!open.isEmpty() && open.element() >= level) {
            open.pop();
            written.append("</bookmark>\n");
        }
    }
}
