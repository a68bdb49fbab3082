package fr.passerelle.console.programme;

import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.study.Study;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where étapes would best stand, beside where today's rule puts them. */
@Controller
class ImplantationPage {

    private final ScenarioViews scenarios;

    ImplantationPage(ScenarioViews scenarios) {
        this.scenarios = scenarios;
    }

    record ImplantationView(Study<ScenarioManifest> scenario, ScenarioComputed computed, ImplantationTable table) {}

    /** The page; nothing is chosen where no scenario of étapes has an answer. */
    record ImplantationStudy(
            List<Study<ScenarioManifest>> scenarios,
            @Nullable ImplantationView chosen) {}

    @GetMapping("/programmation/implantation")
    ModelAndView show(@RequestParam(defaultValue = "") String scenario) {
        ImplantationView chosen = scenarios
                .chosen(scenario, ScenarioKind.IMPLANTATION)
                .flatMap(one -> view(one, scenarios.computed(one)))
                .orElse(null);
        ImplantationStudy page = new ImplantationStudy(scenarios.lines(ScenarioKind.IMPLANTATION), chosen);
        return new ModelAndView("programme/implantation", "page", page);
    }

    private static Optional<ImplantationView> view(Study<ScenarioManifest> scenario, ScenarioComputed computed) {
        return Optional.ofNullable(computed.getImplantation())
                .map(answer -> new ImplantationView(scenario, computed, ImplantationTable.of(answer)));
    }

    /** Today's rule beside the best, EPCI by EPCI: the greatest gain of inhabitants first, then by name. */
    public record ImplantationTable(Implantation implantation, List<ImplantationEpci> rows) {

        public static ImplantationTable of(Implantation implantation) {
            Comparator<ImplantationEpci> mostGained =
                    Comparator.comparingLong(epci -> epci.getByRule() - epci.getBest());
            return new ImplantationTable(
                    implantation,
                    implantation.getEpcis().stream()
                            .sorted(mostGained.thenComparing(
                                    NameOrder.by(ImplantationEpci::getName, ImplantationEpci::getEpci)))
                            .toList());
        }

        /** Percentage of the inhabitants near a stop by today's rule. */
        public BigDecimal byRule() {
            return share(ImplantationEpci::getByRule);
        }

        /** The same where the stops stand best. */
        public BigDecimal best() {
            return share(ImplantationEpci::getBest);
        }

        /** The same if every possible host were a stop. */
        public BigDecimal reachable() {
            return share(ImplantationEpci::getReachable);
        }

        /** Stops of the best. */
        public int stops() {
            return rows.stream().mapToInt(row -> row.getEtapes().size()).sum();
        }

        /** Those of them that the rule does not have. */
        public long moved() {
            return rows.stream()
                    .flatMap(row -> row.getEtapes().stream())
                    .filter(etape -> !etape.getByRule())
                    .count();
        }

        /** Kilometres within which a commune is near. */
        public int kilometres() {
            return implantation.getRadiusM() / 1_000;
        }

        private BigDecimal share(ToLongFunction<ImplantationEpci> inhabitants) {
            long all = sum(ImplantationEpci::getPopulation);
            return all == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(sum(inhabitants))
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        }

        private long sum(ToLongFunction<ImplantationEpci> inhabitants) {
            return rows.stream().mapToLong(inhabitants).sum();
        }
    }
}
