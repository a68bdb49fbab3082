package fr.passerelle.console.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.console.page.Paging;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectColumns;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.published.run.Run;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows that a run refused, page after page, and all of them as a file for a spreadsheet. */
@Controller
class RejectPages {

    private static final int SIZE = 50;
    private static final String MARK = "\uFEFF";

    private final RunViews desk;
    private final RejectTable rejects;

    RejectPages(RunViews desk, RejectTable rejects) {
        this.desk = desk;
        this.rejects = rejects;
    }

    /**
     * The rows that a run refused, by pages.
     *
     * @param id of the run
     * @param reason that all of them have; null for all
     * @param reasons those to choose from
     */
    record RejectList(String id, @Nullable String reason, List<String> reasons, List<Reject> rejects, Paging pages) {

        /** Address of the run's page. */
        public String path() {
            return "/executions/" + id;
        }
    }

    @GetMapping("/executions/{id}/rejets")
    String list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Run run = desk.get(id).run();
        Selection of = waiting(run, motif);
        Paging paging = Paging.of(page, SIZE, rejects.count(of));
        model.addAttribute(
                "page",
                new RejectList(
                        run.id(),
                        of.reason(),
                        rejects.reasons(waiting(run, null)),
                        rejects.page(of, SIZE, paging.offset()),
                        paging));
        return "run/rejets";
    }

    @GetMapping("/executions/{id}/rejets/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            HttpServletResponse response)
            throws IOException {
        Run run = desk.get(id).run();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejets-" + run.id() + ".csv\"");
        write(run, waiting(run, motif), new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** As {@code ./passerelle rejects --csv} writes them, with the mark by which Excel sees UTF-8: corrected, the file can be given back. */
    private void write(Run run, Selection of, Writer out) throws IOException {
        RejectColumns columns = new RejectColumns(rejects.tables(of), run.demonstration());
        out.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(columns.header());
            rejects.eachReject(of, Long.MAX_VALUE, reject -> csv.writeRecord(columns.line(reject)));
        }
    }

    /** Those of a reason, or all, that did not come back corrected. */
    private static Selection waiting(Run run, @Nullable String reason) {
        return new Selection(run.no(), reason == null || reason.isBlank() ? null : reason, false);
    }
}
