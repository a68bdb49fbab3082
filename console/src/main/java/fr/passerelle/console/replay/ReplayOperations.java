package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.operation.OperationForms.Confirmation;
import fr.passerelle.console.operation.OperationForms.Fact;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences.ReplayDifference;
import fr.passerelle.console.security.Account;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
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

/** Runs a replay, puts it in force, takes it back, discards it: each shown, with what it changes, before it is done. */
@Controller
record ReplayOperations(ReplayViews desk, ReplayDifferences differences, OperationForms forms, PageTexts wording) {

    private static final String SECTION = "rejeux";
    private static final String REASON = "…";

    @GetMapping("/rejeux/{id}/gestes/{gesture}")
    ModelAndView ask(@PathVariable String id, @PathVariable String gesture, @AuthenticationPrincipal Account by) {
        return forms.ask(confirmation(desk.get(id), Action.gesture(SECTION, gesture), by), null, null);
    }

    @PostMapping("/rejeux/{id}/gestes/{gesture}")
    ModelAndView start(
            @PathVariable String id,
            @PathVariable String gesture,
            @RequestParam(required = false) @Nullable String motif,
            @AuthenticationPrincipal Account by) {
        Study<ReplayManifest> replay = desk.get(id);
        Action asked = Action.gesture(SECTION, gesture);
        return forms.start(
                confirmation(replay, asked, by), motif, motive -> operation(asked, replay, motive, by.id()), by);
    }

    private Confirmation confirmation(Study<ReplayManifest> replay, Action gesture, Account by) {
        String key = "rejeux.confirmer." + gesture.path();
        return new Confirmation(
                wording.say(key + ".titre", replay.id()),
                wording.say(key + ".effet") + illustration(replay, gesture),
                facts(replay, gesture),
                "/rejeux/" + replay.id() + "/gestes/" + gesture.path(),
                "/rejeux/" + replay.id(),
                SECTION,
                operation(gesture, replay, REASON, by.id()).typed());
    }

    private String illustration(Study<ReplayManifest> replay, Action gesture) {
        return gesture == Action.PUT_IN_FORCE && ReplayManifest.isIllustration(replay)
                ? " " + wording.say("rejeux.confirmer.illustration")
                : "";
    }

    private List<Fact> facts(Study<ReplayManifest> replay, Action gesture) {
        List<Fact> facts = new ArrayList<>(desk.counts(replay));
        if (ReplayManifest.isCompleted(replay) && gesture != Action.DISCARD) {
            facts.addAll(changes(replay));
        }
        return facts;
    }

    private List<Fact> changes(Study<ReplayManifest> replay) {
        ReplayDifference difference = differences.of(replay);
        Changes changes = difference.changes();
        PageFrench french = PageFrench.INSTANCE;
        return List.of(
                desk.fact("changent", french.number(difference.epcis().size())),
                desk.fact("conclusions", french.number(changes.list().size())),
                desk.fact("aide.avant", french.euros(changes.before().getAid())),
                desk.fact("aide.apres", french.euros(changes.after().getAid())));
    }

    /** What may be done with a replay that was planned, as a command. */
    static Operation operation(Action gesture, Study<ReplayManifest> replay, String motive, String account) {
        List<String> words = new ArrayList<>(List.of("replay", gesture.verb(), replay.id()));
        if (gesture != Action.REPLAY_RUN) {
            words.add("--reason=" + motive);
            words.add("--by=" + account);
        }
        if (gesture == Action.PUT_IN_FORCE && ReplayManifest.isIllustration(replay)) {
            words.add("--illustration");
        }
        return new Operation(gesture, replay.id(), words);
    }
}
