package fr.passerelle.calendar.tour;

import fr.passerelle.journal.SideRelay;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import org.springframework.stereotype.Component;

/** The operator's side of a calendar: computed, published or discarded. It waits for no run and disturbs none. */
@Component
public class TourRunner {

    private final TourPlans plans;
    private final SectorRunner sectors;
    private final TourPublisher publisher;
    private final TourWriter writer;
    private final SideRelay relay;

    TourRunner(TourPlans plans, SectorRunner sectors, TourPublisher publisher, TourWriter writer, SideRelay relay) {
        this.plans = plans;
        this.sectors = sectors;
        this.publisher = publisher;
        this.writer = writer;
        this.relay = relay;
    }

    /**
     * Computes a calendar as it was planned; once computed, changes nothing.
     *
     * @throws RunRefused when it is discarded, is not what was planned any more, or no calendar may be; nothing was written
     */
    public TourOutcome run(long no) {
        TourPlan plan = plans.get(no);
        boolean changed = switch (plan.state()) {
            case PLANNED -> writer.compute(no, sectors.run(plan));
            case COMPUTED, PUBLISHED -> false;
            case DISCARDED ->
                throw new RunRefused("Le calendrier " + plan.id()
                        + " est écarté : préparez-en un autre (« ./passerelle tournees plan »).");
        };
        return outcome(no, changed, 0);
    }

    /**
     * Publishes a calendar: what people are told from then on. One that is published stays so.
     *
     * @param only SIRENs of the EPCIs to publish; none for all
     * @throws RunRefused when it is not computed, something else was published since, or it was published without one of them;
     *     nothing was written
     */
    public TourOutcome publish(long no, List<String> only, StepMotive motive) {
        TourPlan plan = plans.get(no);
        switch (plan.state()) {
            case COMPUTED -> {}
            case PUBLISHED -> {
                publisher.requireTold(plan, only);
                return outcome(no, false, 0);
            }
            case PLANNED ->
                throw new RunRefused("Le calendrier " + plan.id() + " n'est pas calculé : « ./passerelle tournees run "
                        + plan.id() + " » d'abord.");
            case DISCARDED ->
                throw new RunRefused("Le calendrier " + plan.id() + " est écarté : il ne se publie plus.");
        }
        TourPublication publication = publisher.of(plan, only);
        return writer.publish(plan, publication, motive)
                ? outcome(no, true, publication.passed())
                : publish(no, only, motive);
    }

    /**
     * Discards a calendar. Once discarded, nothing is done.
     *
     * @throws RunRefused when it is published: another takes its place; nothing was written
     */
    public TourOutcome discard(long no, StepMotive motive) {
        TourPlan plan = plans.get(no);
        if (plan.state() == TourPlan.State.PUBLISHED) {
            throw new RunRefused("Le calendrier " + plan.id()
                    + " est publié : il ne s'écarte pas ; publiez-en un autre à sa place.");
        }
        boolean changed = plan.state() != TourPlan.State.DISCARDED;
        return changed && !writer.discard(plan, motive)
                ? discard(no, motive)
                : new TourOutcome(plans.get(no), changed, 0, null);
    }

    private TourOutcome outcome(long no, boolean changed, int passed) {
        return new TourOutcome(plans.get(no), changed, passed, relay.attempt().orElse(null));
    }
}
