package fr.passerelle.console.synthesis;

import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.RegionMap.MediationMap;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Mediation today beside what is proposed: two maps, and figures of the region and of each EPCI. */
@Controller
class BeforeAfterPage {

    private final CurrentResults current;
    private final RunCache<BeforeAfter> made;

    BeforeAfterPage(CurrentResults current, Maps maps) {
        this.current = current;
        this.made = new RunCache<>(published -> made(published, maps));
    }

    /** Before and after, in the region and in each EPCI that has a plan, by name; and the hours of a session of an étape. */
    record BeforeAfter(MediationMap map, AreaFigures region, Map<Plan, AreaFigures> epcis, int sessionHours) {}

    @GetMapping("/avant-apres")
    ModelAndView show() {
        return new ModelAndView("synthesis/avant-apres", "page", made.of(current.get()));
    }

    private static BeforeAfter made(PublishedResults published, Maps maps) {
        SynthesisArea region = SynthesisArea.region(published);
        Map<Plan, AreaFigures> epcis = new LinkedHashMap<>();
        region.plans().forEach(plan -> epcis.put(plan, AreaFigures.of(plan, published)));
        return new BeforeAfter(
                maps.mediation(published),
                AreaFigures.of(region, published),
                epcis,
                published.run().bareme().jeuDeRegles().conversion().sessionHours());
    }
}
