package fr.passerelle.console.plan;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.Paths;
import fr.passerelle.console.page.Slice;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Document;
import fr.passerelle.texts.LegalDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole explanation of one EPCI, as its page shows it: what stands alone first, then its annexes by pages of about as many lines whatever
 * the EPCI, or all of it to be printed.
 *
 * @param pages at least one
 */
record Explanation(String title, List<List<DocumentBlock>> pages) {

    private static final int LINES = 200;
    private static final int ROWS = 50;

    static Explanation of(Document document) {
        List<List<DocumentBlock>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        int lines = 0;
        for (DocumentBlock block : DocumentBlock.of(document).stream()
                .flatMap(one -> one.cut(ROWS))
                .toList()) {
            boolean annexes = pages.size() == 1 && LegalDocument.isAnnex(block.text());
            if (annexes || pages.size() > 1 && lines + block.lines() > LINES) {
                pages.add(new ArrayList<>());
                lines = 0;
            }
            pages.getLast().add(block);
            lines += block.lines();
        }
        return new Explanation(document.title(), pages);
    }

    /** The page asked for, from 1, or the last one; one page of all where somebody asked for it. */
    Slice<DocumentBlock> page(int asked, boolean whole) {
        if (whole) {
            List<DocumentBlock> all = pages.stream().flatMap(List::stream).toList();
            return new Slice<>(all, 1, 1, all.size());
        }
        int page = Math.min(asked, pages.size());
        return new Slice<>(pages.get(page - 1), page, pages.size(), pages.size());
    }

    /**
     * A page of the whole explanation of a plan, or the draft of an act about it.
     *
     * @param what last part of its address
     * @param slice its blocks, in order
     */
    record ExplanationView(Plan plan, String what, String title, Slice<DocumentBlock> slice, String mention) {

        /** Address of the page of the plan. */
        public String path() {
            return Paths.epci(plan.getEpci());
        }
    }
}
