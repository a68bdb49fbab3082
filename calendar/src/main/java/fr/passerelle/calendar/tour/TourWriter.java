package fr.passerelle.calendar.tour;

import fr.passerelle.journal.CalendarLog;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the calendars, the steps taken with each, and what their topic will carry: each change in one transaction. */
@Repository
public class TourWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TourPlans plans;
    private final CalendarLog log;

    TourWriter(JdbcClient jdbc, TourPlans plans, Records records) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.log = new CalendarLog(jdbc, records);
    }

    /** Keeps a plan under the next number; answers it. */
    @Transactional
    public TourPlan keep(
            TourManifest manifest,
            String animateurs,
            @Nullable String lieux,
            @Nullable String trajets,
            StepMotive motive) {
        log.lock();
        long no = jdbc.sql("select coalesce(max(tour_no), 0) + 1 from passerelle.tour_plan")
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into passerelle.tour_plan (tour_no, tour_id, state, base_run_no, manifest, manifest_hash, animateurs, lieux,
                                              trajets, reason, account)
            values (:no, :id, 'PLANNED', :run, :manifest::jsonb, :hash, :animateurs, :lieux, :trajets, :reason, :account)\
            """)
                .param("no", no)
                .param("id", TourPlan.idOf(no))
                .param("run", manifest.run())
                .param("manifest", JSON.writeValueAsString(manifest))
                .param("hash", manifest.hash())
                .param("animateurs", animateurs)
                .param("lieux", lieux)
                .param("trajets", trajets)
                .param("reason", motive.reason())
                .param("account", motive.account())
                .update();
        TourPlan kept = plans.get(no);
        record(kept, TourStep.Kind.PLAN, motive);
        return kept;
    }

    /**
     * Keeps what a calendar computed, a record for each sector, unless another process did so first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean compute(long no, List<ToursComputed> sectors) {
        log.lock();
        TourPlan plan = plans.get(no);
        if (plan.state() != TourPlan.State.PLANNED) {
            return false;
        }
        sectors.forEach(sector -> log.append(
                "tour:" + plan.id() + ":" + sector.getSector(),
                sector.getEpcis().getFirst(),
                no,
                sector));
        jdbc.sql("update passerelle.tour_plan set state = 'COMPUTED', computed_at = now() where tour_no = :no")
                .param("no", no)
                .update();
        record(plan, TourStep.Kind.RUN, new StepMotive(plan.reason(), plan.account()));
        Pause.at("tours-before-commit");
        return true;
    }

    /**
     * Publishes one that is computed, unless another process took a step with it or published something first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean publish(TourPlan plan, TourPublication publication, StepMotive motive) {
        log.lock();
        if (plans.get(plan.no()).state() != plan.state()
                || !plans.publications().equals(plan.manifest().publications())) {
            return false;
        }
        publication.write(motive, log);
        end(plan, TourPlan.State.PUBLISHED);
        record(plan, TourStep.Kind.PUBLISH, motive);
        Pause.at("publication-before-commit");
        return true;
    }

    /**
     * Discards one, whose row and steps stay, unless another process took a step with it first.
     *
     * @return whether it did
     */
    @Transactional
    public boolean discard(TourPlan plan, StepMotive motive) {
        log.lock();
        if (plans.get(plan.no()).state() != plan.state()) {
            return false;
        }
        end(plan, TourPlan.State.DISCARDED);
        record(plan, TourStep.Kind.DISCARD, motive);
        return true;
    }

    private void end(TourPlan plan, TourPlan.State state) {
        jdbc.sql("update passerelle.tour_plan set state = :state, ended_at = now() where tour_no = :no")
                .param("state", state.name())
                .param("no", plan.no())
                .update();
    }

    private void record(TourPlan plan, TourStep.Kind kind, StepMotive motive) {
        jdbc.sql("insert into passerelle.tour_step (tour_no, step, account, reason, manifest_hash)"
                        + " values (:no, :step, :account, :reason, :hash)")
                .param("no", plan.no())
                .param("step", kind.name())
                .param("account", motive.account())
                .param("reason", motive.reason())
                .param("hash", plan.manifestHash())
                .update();
    }
}
