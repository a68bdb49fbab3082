package fr.passerelle.console.plan;

import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.Slice;
import fr.passerelle.texts.ActDraft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one EPCI, its whole explanation, and the drafts of the acts that would follow. */
@Controller
class PlanPage {

    private static final MediaType ODT = MediaType.parseMediaType("application/vnd.oasis.opendocument.text");

    private final PlanViews plans;

    PlanPage(PlanViews plans) {
        this.plans = plans;
    }

    @GetMapping("/intercommunalites/{siren}")
    String one(
            @PathVariable String siren,
            @RequestParam Optional<String> tout,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String quitte,
            Model model) {
        model.addAttribute("page", plans.view(siren, tout.isPresent(), cle, quitte));
        return "plan/une";
    }

    @GetMapping("/intercommunalites/{siren}/explication")
    String explanation(
            @PathVariable String siren,
            @RequestParam Optional<String> tout,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        model.addAttribute("page", plans.explanation(siren, Slice.asked(page), tout.isPresent()));
        return "plan/explication";
    }

    @GetMapping("/intercommunalites/{siren}/explication.odt")
    ResponseEntity<byte[]> odt(@PathVariable String siren) {
        return FileAnswer.of("explication-" + siren + ".odt", ODT, plans.odt(siren));
    }

    @GetMapping("/intercommunalites/{siren}/explication.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String siren) {
        return FileAnswer.of("explication-" + siren + ".pdf", MediaType.APPLICATION_PDF, plans.pdf(siren));
    }

    @GetMapping("/intercommunalites/{siren}/{act:deliberation|convention}")
    String act(@PathVariable String siren, @PathVariable String act, Model model) {
        model.addAttribute("page", plans.act(siren, act, draft(siren, act)));
        return "plan/explication";
    }

    @GetMapping("/intercommunalites/{siren}/{act:deliberation|convention}.odt")
    ResponseEntity<byte[]> actFile(@PathVariable String siren, @PathVariable String act) {
        return FileAnswer.of(act + "-" + siren + ".odt", ODT, draft(siren, act).asOdt());
    }

    private ActDraft draft(String siren, String act) {
        return plans.act(siren, act.equals("convention") ? ActDraft::convention : ActDraft::deliberation)
                .orElseThrow(NotFound::new);
    }
}
