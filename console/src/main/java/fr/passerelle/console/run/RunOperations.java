package fr.passerelle.console.run;

import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.operation.OperationForms.Confirmation;
import fr.passerelle.console.operation.OperationForms.Fact;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.run.RunViews.RunView;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunSituations.RunSituation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a run up, gives it up, recovers after a breakdown: each shown before it is done. */
@Controller
record RunOperations(RunViews desk, RejectTable rejects, OperationForms forms, PageTexts wording) {

    private static final String SECTION = "executions";
    private static final String REASON = "…";

    @GetMapping("/executions/{id}/gestes/{gesture}")
    ModelAndView ask(@PathVariable String id, @PathVariable String gesture) {
        return forms.ask(confirmation(desk.get(id), Action.gesture(SECTION, gesture)), null, null);
    }

    @PostMapping("/executions/{id}/gestes/{gesture}")
    ModelAndView start(
            @PathVariable String id,
            @PathVariable String gesture,
            @RequestParam(required = false) @Nullable String motif,
            @AuthenticationPrincipal Account by) {
        RunSituation situation = desk.get(id);
        Action asked = Action.gesture(SECTION, gesture);
        String run = situation.run().id();
        return forms.start(confirmation(situation, asked), motif, motive -> operation(asked, run, motive), by);
    }

    private Confirmation confirmation(RunSituation situation, Action gesture) {
        Run run = situation.run();
        String key = "executions.geste." + gesture.path();
        return new Confirmation(
                wording.say(key + ".titre", run.id()),
                wording.say(key + ".effet"),
                facts(situation),
                "/executions/" + run.id() + "/gestes/" + gesture.path(),
                "/executions/" + run.id(),
                SECTION,
                operation(gesture, run.id(), REASON).typed());
    }

    private List<Fact> facts(RunSituation situation) {
        RunView view = desk.view(situation);
        Run run = situation.run();
        int steps = view.steps().size();
        long lines = run.parameters().inputs().stream().mapToLong(Input::rows).sum();
        return List.of(
                fact("etat", view.line().standing()),
                fact("etapes", wording.say("executions.fait.etapes", view.done(), steps)),
                fact("fichiers", PageFrench.INSTANCE.number(run.files().size())),
                fact("lignes", PageFrench.INSTANCE.number(lines)),
                fact("rejets", PageFrench.INSTANCE.number(rejects.count(new Selection(run.no(), null, true)))));
    }

    private Fact fact(String key, String value) {
        return new Fact(wording.say("executions.fait." + key + ".nom"), value);
    }

    private static Operation operation(Action gesture, String run, String motive) {
        List<String> words = new ArrayList<>(List.of(gesture.verb()));
        if (gesture != Action.RECOVER) {
            words.add(run);
        }
        if (gesture == Action.ABANDON) {
            words.add("--reason=" + motive);
        }
        return new Operation(gesture, run, words);
    }
}
