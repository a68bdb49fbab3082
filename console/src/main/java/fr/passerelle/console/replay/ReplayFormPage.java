package fr.passerelle.console.replay;

import fr.passerelle.console.operation.ActingAccount;
import fr.passerelle.console.operation.Action;
import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Prepares a replay: under which barème, on what, up to when, and why. Nothing is computed yet. */
@Controller
class ReplayFormPage {

    private static final int RUNS = 50;

    private final CurrentResults current;
    private final Runs runs;
    private final OperationRunner runner;
    private final OperatorProgram program;
    private final PageTexts wording;

    ReplayFormPage(
            CurrentResults current, Runs runs, OperationRunner runner, OperatorProgram program, PageTexts wording) {
        this.current = current;
        this.runs = runs;
        this.runner = runner;
        this.program = program;
        this.wording = wording;
    }

    /**
     * A replay that is being prepared.
     *
     * @param form as typed
     * @param refusal why what was typed was refused, in French; null before
     * @param runs those up to which it may replay
     * @param withoutRoom how many EPCIs have none
     * @param rooms how many there are
     * @param possible whether the operators' program can be started from here
     */
    record ReplayDraft(
            ReplayForm form,
            @Nullable String refusal,
            Collection<EpciDescribed> epcis,
            List<Run> runs,
            long withoutRoom,
            int rooms,
            boolean possible) {

        /** Identifiers of those that are shipped. */
        public List<String> baremes() {
            return Baremes.shipped();
        }

        /** The command that does the same in a terminal. */
        public String command() {
            return new Operation(Action.REPLAY_PLAN, "", List.of("replay", "plan", "--bareme=2018-01", "--reason=…"))
                    .typed();
        }
    }

    @GetMapping("/rejeux/preparer")
    String ask(ReplayForm replayForm, Model model) {
        return form(current.get(), replayForm, null, model);
    }

    @PostMapping("/rejeux/preparer")
    String start(ReplayForm replayForm, Authentication who, Model model) {
        PublishedResults published = current.get();
        try {
            String account = ActingAccount.accountId(who);
            String motive = FormArguments.motive(replayForm.motif());
            Operation plan = replayForm.operation(
                    published, runs.published(RUNS).stream().map(Run::id).toList(), motive, account);
            runner.start(plan, account, motive);
            return "redirect:/operations/courante";
        } catch (OperationRefused refused) {
            return form(published, replayForm, refused.said(wording), model);
        }
    }

    private String form(PublishedResults published, ReplayForm form, @Nullable String refusal, Model model) {
        model.addAttribute(
                "page",
                new ReplayDraft(
                        form,
                        refusal,
                        published.epcis().values(),
                        runs.published(RUNS),
                        withoutRoom(published),
                        published.rooms().size(),
                        program.isThere()));
        return "replay/preparer";
    }

    private static long withoutRoom(PublishedResults published) {
        Set<String> planned = published.proposals().plans().keySet();
        return published.epcis().keySet().stream()
                .filter(siren -> !planned.contains(siren))
                .count();
    }
}
