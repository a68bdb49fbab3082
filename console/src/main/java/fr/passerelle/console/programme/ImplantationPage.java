package fr.passerelle.console.programme;

import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where étapes would best stand, beside where today's rule puts them. */
@Controller
public class ImplantationPage {

    private final ScenarioViews scenarios;

    ImplantationPage(ScenarioViews scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * A scenario of étapes.
     *
     * @param line where it stands
     */
    record ImplantationView(ScenarioLine line, ScenarioComputed computed, ImplantationTable table) {}

    /**
     * The page.
     *
     * @param chosen null where no scenario of étapes has an answer
     */
    record ImplantationStudy(
            List<ScenarioLine> scenarios, @Nullable ImplantationView chosen) {}

    @GetMapping("/programmation/implantation")
    String show(@RequestParam(defaultValue = "") String scenario, Model model) {
        ImplantationView chosen = scenarios
                .chosen(scenario, ScenarioKind.IMPLANTATION)
                .flatMap(one -> view(scenarios.line(one), scenarios.computed(one)))
                .orElse(null);
        model.addAttribute("page", new ImplantationStudy(scenarios.lines(ScenarioKind.IMPLANTATION), chosen));
        return "programme/implantation";
    }

    private static Optional<ImplantationView> view(ScenarioLine line, ScenarioComputed computed) {
        return Optional.ofNullable(computed.getImplantation())
                .map(answer -> new ImplantationView(line, computed, ImplantationTable.of(answer)));
    }
}
