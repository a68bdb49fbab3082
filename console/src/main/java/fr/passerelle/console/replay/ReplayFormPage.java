package fr.passerelle.console.replay;

import fr.passerelle.console.operation.ActingAccount;
import fr.passerelle.console.operation.Action;
import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Prepares a replay: under which barème, on what, up to when, and why. Nothing is computed yet. */
@Controller
class ReplayFormPage {

    private static final int RUNS = 50;

    private final CurrentResults current;
    private final Runs runs;
    private final OperationRunner runner;
    private final OperatorProgram program;
    private final Wording wording;

    ReplayFormPage(
            CurrentResults current, Runs runs, OperationRunner runner, OperatorProgram program, Wording wording) {
        this.current = current;
        this.runs = runs;
        this.runner = runner;
        this.program = program;
        this.wording = wording;
    }

    @GetMapping("/rejeux/preparer")
    String ask(@ModelAttribute("demande") ReplayForm replayForm, Model model) {
        return form(current.get(), model);
    }

    @PostMapping("/rejeux/preparer")
    String start(@ModelAttribute("demande") ReplayForm replayForm, Authentication who, Model model) {
        PublishedResults published = current.get();
        try {
            String account = ActingAccount.accountId(who);
            String motive = FormArguments.motive(replayForm.motif());
            Operation plan = replayForm.operation(
                    published, runs.published(RUNS).stream().map(Run::id).toList(), motive, account);
            runner.start(plan, account, motive);
            return "redirect:/operations/courante";
        } catch (OperationRefused refused) {
            model.addAttribute("refus", refused.said(wording));
            return form(published, model);
        }
    }

    private String form(PublishedResults published, Model model) {
        model.addAttribute("baremes", Baremes.shipped());
        model.addAttribute("epcis", published.epcis().values());
        model.addAttribute("executions", runs.published(RUNS));
        model.addAttribute("salles", published.rooms().size());
        model.addAttribute("possible", program.isThere());
        model.addAttribute(
                "commande",
                new Operation(Action.REPLAY_PLAN, "", List.of("replay", "plan", "--bareme=2018-01", "--reason=…"))
                        .typed());
        return "replay/preparer";
    }
}
