package fr.passerelle.console.run;

import fr.passerelle.console.page.Paging;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.run.RunRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    private final RunViews desk;
    private final RejectTable rejects;
    private final RejectCsv csv;

    RejectPages(RunViews desk, RejectTable rejects, RejectCsv csv) {
        this.desk = desk;
        this.rejects = rejects;
        this.csv = csv;
    }

    @GetMapping("/executions/{id}/rejets")
    String list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RunRow run = desk.row(id);
        String reason = blankToNull(motif);
        Paging paging = Paging.of(page, SIZE, rejects.count(run.no(), reason));
        model.addAttribute("execution", run);
        model.addAttribute("motif", reason);
        model.addAttribute("motifs", rejects.reasons(run.no()));
        model.addAttribute("rejets", rejects.page(run.no(), reason, SIZE, paging.offset()));
        model.addAttribute("pages", paging);
        return "run/rejets";
    }

    @GetMapping("/executions/{id}/rejets/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String motif,
            HttpServletResponse response)
            throws IOException {
        RunRow run = desk.row(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejets-" + run.id() + ".csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            csv.write(run, blankToNull(motif), out);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
