package fr.passerelle.console.run;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.CurrentResults.NothingPublished;
import fr.passerelle.console.run.RunViews.RunLine;
import fr.passerelle.console.run.RunViews.RunView;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.RejectGroup;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.result.ScoredPartitions.Partition;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunSituations.RunSituation;
import fr.passerelle.published.run.Runs;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** The list of runs, the one that is on its way, and the page of one. */
@Controller
record RunPages(RunViews desk, Runs runs, ScoredPartitions scored, PageTexts wording, RejectTable rejects) {

    private static final int SIZE = 20;
    private static final int GROUPS = 12;

    /** What a page shows that waits for a run to begin. */
    private static final String NOTHING = "rien";

    /** The list of runs, by pages, and the one that is not over; null where all are. */
    record RunList(Slice<RunLine> slice, @Nullable RunView unfinished) {}

    /** A run with all that its page shows of it; the first reasons are of rows that did not come back corrected. */
    record RunReport(
            RunView run,
            List<ScoredPartitions.Partition> partitions,
            List<Equation> equations,
            List<RejectGroup> rejects,
            long left,
            long rejected,
            long corrected) {}

    @GetMapping("/executions")
    ModelAndView list(@RequestParam(defaultValue = "1") int page) {
        Slice<RunLine> slice = Slice.of(page, SIZE, runs.count(), offset -> desk.lines(SIZE, offset));
        return new ModelAndView(
                "run/liste", "page", new RunList(slice, desk.unfinished().orElse(null)));
    }

    /** What moves in a page that follows a run, asked again and again; the page is asked for whole once it stopped or is over, or as it begins. */
    @GetMapping("/executions/en-cours")
    ModelAndView unfinished(@RequestParam(defaultValue = "") String avant, HttpServletResponse response) {
        Optional<RunView> last = desk.last();
        boolean running = last.filter(RunView::running).isPresent();
        if (avant.equals(NOTHING) ? last.isPresent() : !running) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("run/encours :: encours(encours=${page})")
                .addObject("page", running ? last.orElseThrow() : null);
    }

    @GetMapping("/executions/{id}")
    ModelAndView one(@PathVariable String id) {
        RunSituation situation = desk.get(id);
        Run run = situation.run();
        List<ScoredPartitions.Partition> partitions = scored.partitions(run.no());
        long kept = rejects.count(new Selection(run.no(), null, true));
        List<RejectGroup> groups = rejects.rejectGroups(new Selection(run.no(), null, false));
        long left = groups.stream().mapToLong(RejectGroup::count).sum();
        List<RejectGroup> shown = groups.stream().limit(GROUPS).toList();
        RunReport page = new RunReport(
                desk.view(situation),
                partitions,
                equations(run, partitions, kept),
                shown,
                left - shown.stream().mapToLong(RejectGroup::count).sum(),
                kept,
                kept - left);
        return new ModelAndView("run/une", "page", page);
    }

    /**
     * The equations of a run that can be read from the database; none before the run is closed. Those between the journal, which the console may
     * not read, and the topic are the step « rapprochement » of the run itself.
     */
    private List<Equation> equations(Run run, List<Partition> partitions, long rejectsKept) {
        List<Equation> equations = new ArrayList<>();
        Counts rows = run.total();
        if (rows.read() > 0) {
            equations.add(equation("lignes", rows.read(), rows.explained()));
            equations.add(equation("rejets", rows.rejected(), rejectsKept));
        }
        if (!partitions.isEmpty()) {
            equations.add(equation("donnees", sum(partitions, Partition::expected), sum(partitions, Partition::seen)));
            equations.add(
                    equation("resultats", sum(partitions, Partition::announced), sum(partitions, Partition::rows)));
        }
        return equations;
    }

    private Equation equation(String key, long left, long right) {
        String base = "executions.egalite." + key;
        return new Equation(wording.say(base + ".gauche"), left, wording.say(base + ".droite"), right);
    }

    private static long sum(List<Partition> partitions, ToLongFunction<Partition> count) {
        return partitions.stream().mapToLong(count).sum();
    }

    /** Two counts that must be equal, and what is counted on either side, in French. */
    record Equation(String what, long left, String other, long right) {

        public boolean holds() {
            return left == right;
        }
    }

    /** In place of any page of results before the first publication: the first run step by step, or what to do where none began, or it stopped. */
    @ControllerAdvice
    record FirstNightPage(CurrentResults current, RunViews desk) {

        /** What the frame knows it by while it follows: without a script, it asks for itself again. */
        private static final String FOLLOWED = "premiere-nuit";

        /** The same once nothing moves by itself any more. */
        private static final String STOPPED = "premiere-arretee";

        /** The model of the page that failed is lost: of what its frame shows, only these are needed here. */
        @ExceptionHandler(NothingPublished.class)
        @ResponseStatus(HttpStatus.OK)
        String show(Model model) {
            Optional<RunView> last = desk.last().filter(run -> !run.published());
            model.addAttribute("section", last.map(RunView::running).orElse(true) ? FOLLOWED : STOPPED);
            model.addAttribute("reconstitution", current.demonstration());
            last.ifPresent(run -> model.addAttribute("page", run));
            return "run/premiere";
        }
    }
}
