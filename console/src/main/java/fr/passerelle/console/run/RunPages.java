package fr.passerelle.console.run;

import fr.passerelle.console.page.Paging;
import fr.passerelle.published.reject.RejectGroup;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.Runs;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of runs, the one that is on its way, and the page of one. */
@Controller
class RunPages {

    private static final int SIZE = 20;
    private static final int GROUPS = 12;

    private final RunViews desk;
    private final Runs runs;
    private final RunEquations reconciliation;
    private final RejectTable rejects;

    RunPages(RunViews desk, Runs runs, RunEquations reconciliation, RejectTable rejects) {
        this.desk = desk;
        this.runs = runs;
        this.reconciliation = reconciliation;
        this.rejects = rejects;
    }

    @GetMapping("/executions")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(page, SIZE, runs.count());
        model.addAttribute("executions", desk.lines(SIZE, paging.offset()));
        model.addAttribute("pages", paging);
        model.addAttribute("encours", desk.unfinished().orElse(null));
        return "run/liste";
    }

    /** What moves in the list, asked again and again while a run is on its way. */
    @GetMapping("/executions/en-cours")
    String unfinished(Model model) {
        model.addAttribute("encours", desk.unfinished().orElse(null));
        return "run/encours :: encours";
    }

    @GetMapping("/executions/{id}")
    String one(@PathVariable String id, Model model) {
        RunSituation situation = desk.get(id);
        Run run = situation.run();
        List<PartitionRow> partitions = reconciliation.partitions(run.no());
        long kept = rejects.count(new Selection(run.no(), null, true));
        model.addAttribute("execution", desk.view(situation));
        model.addAttribute("partitions", partitions);
        model.addAttribute("egalites", reconciliation.equations(run, partitions, kept));
        List<RejectGroup> groups = rejects.rejectGroups(new Selection(run.no(), null, false));
        long left = groups.stream().mapToLong(RejectGroup::count).sum();
        List<RejectGroup> shown = groups.stream().limit(GROUPS).toList();
        model.addAttribute("rejets", shown);
        model.addAttribute(
                "restants", left - shown.stream().mapToLong(RejectGroup::count).sum());
        model.addAttribute("rejetes", kept);
        model.addAttribute("repris", kept - left);
        return "run/une";
    }
}
