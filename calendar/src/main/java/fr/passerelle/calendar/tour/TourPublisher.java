package fr.passerelle.calendar.tour;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Clock;
import java.time.LocalDateTime;
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
    private final Clock clock;

    TourPublisher(
            JdbcClient jdbc, Runs runs, TourPlans plans, TourPlanner planner, PublishedSessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.plans = plans;
        this.planner = planner;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What is to be written.
     *
     * @param only SIRENs of the EPCIs; none for all
     * @throws RunRefused when its run or what it froze does not stand any more, it says nothing of one of them, all its days
     *     have gone by, or an animateur or a place would be told twice at a time
     */
    TourPublication of(TourPlan plan, List<String> only) {
        planner.requireFrozen(plan);
        Run run = runs.get(plan.manifest().run());
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id() + ", dont le calendrier " + plan.id()
                    + " sert les étapes, n'est plus publiée : préparez-en un autre.");
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(Run.FRANCE));
        if (plan.manifest().planned() != null
                && now.toLocalDate().isAfter(plan.manifest().last())) {
            throw new RunRefused("Les semaines du calendrier " + plan.id()
                    + " sont toutes passées : il n'y a plus rien à annoncer. Écartez-le (« ./passerelle tournees"
                    + " discard "
                    + plan.id() + " ») et préparez-en un autre.");
        }
        List<ToursComputed> sectors = plans.computed(plan.no());
        TourPublication publication = new TourPublication(
                jdbc,
                plan,
                sectors,
                epcis(plan, sectors, only),
                sessions.from(plan.manifest().from()),
                now);
        new ToldTwice(publication, sectors).require();
        return publication;
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
            throw RunRefused.wrongUse("Le calendrier " + plan.id() + " ne dit rien de l'intercommunalité " + siren
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
