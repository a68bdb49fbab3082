package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.operation.OperationForms.Confirmation;
import fr.passerelle.console.operation.OperationForms.Fact;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences.ReplayDifference;
import fr.passerelle.console.security.Account;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Runs a replay, puts it in force, takes it back, discards it: each shown, with what it changes, before it is done. */
@Controller
record ReplayOperations(ReplayViews desk, ReplayDifferences differences, OperationForms forms, PageTexts wording) {

    private static final String REASON = "…";

    @GetMapping("/rejeux/{id}/gestes/{gesture}")
    ModelAndView ask(@PathVariable String id, @PathVariable String gesture, Authentication who) {
        return forms.ask(confirmation(desk.get(id), gesture(gesture), Account.accountId(who)));
    }

    @PostMapping("/rejeux/{id}/gestes/{gesture}")
    ModelAndView start(
            @PathVariable String id,
            @PathVariable String gesture,
            @RequestParam(required = false) @Nullable String motif,
            Authentication who) {
        Study<ReplayManifest> replay = desk.get(id);
        ReplayAction asked = gesture(gesture);
        String account = Account.accountId(who);
        return forms.start(
                confirmation(replay, asked, account), motif, motive -> asked.operation(replay, motive, account), who);
    }

    private Confirmation confirmation(Study<ReplayManifest> replay, ReplayAction gesture, String account) {
        String key = "rejeux.confirmer." + gesture.path();
        return new Confirmation(
                wording.say(key + ".titre", replay.id()),
                wording.say(key + ".effet") + illustration(replay, gesture),
                facts(replay, gesture),
                "/rejeux/" + replay.id() + "/gestes/" + gesture.path(),
                "/rejeux/" + replay.id(),
                "rejeux",
                gesture.operation(replay, REASON, account).typed());
    }

    private String illustration(Study<ReplayManifest> replay, ReplayAction gesture) {
        return gesture == ReplayAction.PUT_IN_FORCE && ReplayManifest.isIllustration(replay)
                ? " " + wording.say("rejeux.confirmer.illustration")
                : "";
    }

    private List<Fact> facts(Study<ReplayManifest> replay, ReplayAction gesture) {
        List<Fact> facts = new ArrayList<>(desk.counts(replay));
        if (ReplayManifest.isCompleted(replay) && gesture != ReplayAction.DISCARD) {
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

    private static ReplayAction gesture(String path) {
        return Arrays.stream(ReplayAction.values())
                .filter(gesture -> gesture.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What may be done with a replay that was planned. */
    enum ReplayAction {
        RUN("executer", Action.REPLAY_RUN, "run"),
        PUT_IN_FORCE("mettre-en-vigueur", Action.PUT_IN_FORCE, "put-in-force"),
        ROLLBACK("revenir", Action.ROLLBACK, "rollback"),
        DISCARD("ecarter", Action.DISCARD, "discard");

        private final String path;
        private final Action action;
        private final String verb;

        ReplayAction(String path, Action action, String verb) {
            this.path = path;
            this.action = action;
            this.verb = verb;
        }

        /** Last part of its path, and part of the keys of its texts. */
        public String path() {
            return path;
        }

        Operation operation(Study<ReplayManifest> replay, String motive, String account) {
            List<String> words = new ArrayList<>(List.of("replay", verb, replay.id()));
            if (this != RUN) {
                words.add("--reason=" + motive);
                words.add("--by=" + account);
            }
            if (this == PUT_IN_FORCE && ReplayManifest.isIllustration(replay)) {
                words.add("--illustration");
            }
            return new Operation(action, replay.id(), words);
        }
    }
}
