package fr.passerelle.console.operation;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation.Lane;
import fr.passerelle.console.operation.OperationForms.Confirmation;
import fr.passerelle.console.operation.OperationForms.Fact;
import fr.passerelle.console.operation.StartedOperation.OperationOutcome;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.security.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the last operation of a lane says, as it comes; and how to stop it. */
@Controller
record OutputPage(OperationRunner runner, OperationForms forms, PageTexts wording) {

    /** What the last operation of a lane says; null where none was started. */
    record OperationOutput(String lane, @Nullable OperationView last) {}

    @GetMapping("/operations/{lane}")
    ModelAndView show(@PathVariable String lane) {
        return filled(lane, "operation/sortie");
    }

    @GetMapping("/operations/{lane}/sortie")
    ModelAndView part(@PathVariable String lane) {
        return filled(lane, "operation/sortie :: sortie");
    }

    @GetMapping("/operations/{lane}/arreter")
    ModelAndView askToStop(@PathVariable String lane) {
        return forms.ask(stopping(Lane.at(lane)), null, null);
    }

    @PostMapping("/operations/{lane}/arreter")
    ModelAndView stop(
            @PathVariable String lane,
            @RequestParam(required = false) @Nullable String motif,
            @AuthenticationPrincipal Account by) {
        Lane known = Lane.at(lane);
        try {
            runner.stop(known, by.id(), FormArguments.motive(motif));
            return new ModelAndView("redirect:/operations/" + known.path());
        } catch (OperationRefused refused) {
            return forms.ask(stopping(known), refused.said(wording), motif);
        }
    }

    private ModelAndView filled(String lane, String view) {
        Lane known = Lane.at(lane);
        OperationView last = runner.last(known)
                .map(ongoing -> new OperationView(ongoing, ongoing.outcome(), ongoing.endedAt(), ongoing.lines()))
                .orElse(null);
        return new ModelAndView(view, "section", known.section())
                .addObject("page", new OperationOutput(known.path(), last));
    }

    private Confirmation stopping(Lane lane) {
        Operation operation = runner.last(lane).orElseThrow(NotFound::new).operation();
        String path = "/operations/" + lane.path();
        String what = wording.word("operation.action", operation.action().name()) + " " + operation.subject();
        return new Confirmation(
                wording.say("operation.arreter.titre"),
                wording.say("operation.arreter.effet"),
                List.of(new Fact(wording.say("operation.arreter.quoi"), what)),
                path + "/arreter",
                path,
                lane.section(),
                wording.say("operation.arreter.commande"));
    }

    /** An operation as its page shows it: where it stands is one answer for the whole page. */
    record OperationView(
            StartedOperation started,
            OperationOutcome outcome,
            @Nullable Instant endedAt,
            List<String> lines) {

        public boolean running() {
            return outcome == OperationOutcome.STARTED;
        }

        /** Address of what it changed. */
        public String back() {
            return started.operation().action().page(started.operation().subject());
        }
    }
}
