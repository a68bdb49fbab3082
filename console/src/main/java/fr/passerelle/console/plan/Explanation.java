package fr.passerelle.console.plan;

import fr.passerelle.console.page.Slice;
import fr.passerelle.rules.explanation.text.Document;
import java.util.List;

/** The whole explanation of one EPCI, as its page shows it: by parts, or all of it to be printed. */
record Explanation(String title, List<Part> parts) {

    private static final int SIZE = 80;

    static Explanation of(Document document) {
        return new Explanation(
                document.title(), document.blocks().stream().map(Part::of).toList());
    }

    /** The page asked for, from 1; one page of all where somebody asked for it. */
    Slice<Part> page(int asked, boolean whole) {
        return Slice.of(parts, Math.max(1, asked), whole ? Math.max(1, parts.size()) : SIZE);
    }
}
