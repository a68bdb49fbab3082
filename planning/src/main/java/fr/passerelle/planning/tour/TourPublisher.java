package fr.passerelle.planning.tour;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.tour.PublishedSessions;
import fr.passerelle.published.tour.TourPlan;
import fr.passerelle.published.tour.TourPlans;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes of a computed calendar what people will be told. */
@Component
class TourPublisher {

    private static final int SHOWN = 3;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final TourPlans plans;
    private final TourPlanner planner;
    private final PublishedSessions sessions;

    TourPublisher(JdbcClient jdbc, Runs runs, TourPlans plans, TourPlanner planner, PublishedSessions sessions) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.plans = plans;
        this.planner = planner;
        this.sessions = sessions;
    }

    /**
     * What is to be written.
     *
     * @param only SIRENs of the EPCIs; none for all
     * @throws RunRefused when its run or what it froze does not stand any more, or it says nothing of one of them
     */
    TourPublication of(TourPlan plan, List<String> only) {
        planner.requirePublications(plan);
        Run run = runs.get(plan.manifest().run());
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id() + ", dont le calendrier " + plan.id()
                    + " sert les étapes, n'est plus publiée : préparez-en un autre.");
        }
        List<ToursComputed> sectors = plans.computed(plan.no());
        return new TourPublication(
                jdbc,
                sectors,
                epcis(plan, sectors, only),
                sessions.from(plan.manifest().from()));
    }

    /**
     * Checks that a calendar that is published told all that is asked for.
     *
     * @throws RunRefused when it left out an EPCI, or says nothing of it
     */
    void requireTold(TourPlan plan, List<String> only) {
        SortedSet<String> told = plans.published(plan.no());
        SortedSet<String> left = epcis(plan, plans.computed(plan.no()), only);
        left.removeAll(told);
        if (!left.isEmpty()) {
            throw new RunRefused("Le calendrier " + plan.id() + " n'est publié que pour " + few(told)
                    + ", et ne se publie qu'une fois : pour " + few(left)
                    + ", préparez-en un autre (« ./passerelle tournees plan »).");
        }
    }

    private static SortedSet<String> epcis(TourPlan plan, List<ToursComputed> sectors, List<String> only) {
        SortedSet<String> epcis = sectors.stream()
                .flatMap(sector -> sector.getEpcis().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        only.stream().filter(siren -> !epcis.contains(siren)).findFirst().ifPresent(siren -> {
            throw new RunRefused("Le calendrier " + plan.id() + " ne dit rien de l'intercommunalité " + siren
                    + " : vérifiez son SIREN.");
        });
        if (!only.isEmpty()) {
            epcis.retainAll(only);
        }
        return epcis;
    }

    private static String few(SortedSet<String> sirens) {
        String first = sirens.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int others = sirens.size() - SHOWN;
        return others > 0 ? first + " et " + others + (others == 1 ? " autre" : " autres") : first;
    }
}
