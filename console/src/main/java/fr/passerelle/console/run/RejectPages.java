package fr.passerelle.console.run;

import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rows that a run refused, page after page, and all of them as a file for a spreadsheet. */
@Controller
record RejectPages(RunViews desk, RejectTable rejects, FileAnswer files) {

    private static final int SIZE = 50;

    /** The rows that a run refused, for one reason or for all, by pages. */
    record RejectList(String id, @Nullable String reason, List<String> reasons, Slice<Reject> slice) {}

    @GetMapping("/executions/{id}/rejets")
    ModelAndView list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            @RequestParam(defaultValue = "1") int page) {
        Run run = desk.get(id).run();
        Selection of = waiting(run, motif);
        RejectList view = new RejectList(
                run.id(),
                of.reason(),
                rejects.reasons(waiting(run, null)),
                Slice.of(page, SIZE, rejects.count(of), offset -> rejects.page(of, SIZE, offset)));
        return new ModelAndView("run/rejets", "page", view);
    }

    /** As {@code ./passerelle rejects --csv} writes them: corrected, the file can be given back. */
    @GetMapping("/executions/{id}/rejets/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            @AuthenticationPrincipal Account by,
            HttpServletResponse response)
            throws IOException {
        Run run = desk.get(id).run();
        Table<Reject> table = RejectTable.rejects(rejects, waiting(run, motif), run.demonstration());
        files.csv(by.id(), response, "rejets " + run.id(), table);
    }

    /** Those of a reason, or all, that did not come back corrected. */
    private static Selection waiting(Run run, @Nullable String reason) {
        return new Selection(run.no(), reason == null || reason.isBlank() ? null : reason, false);
    }
}
