package fr.passerelle.published.result;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.table.Correction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the report of a run from the database: after the job, or any later day. */
@Component
public class Reports {

    private static final String REASONS = """
        select reason, min(message), count(*) from passerelle.reject where run_no = :run
        group by reason, column_name order by count(*) desc, reason, column_name\
        """;

    private static final String CORRECTIONS =
            "select count(*) from passerelle.correction where run_no = :run and code = :code";

    private final JdbcClient jdbc;
    private final Results results;
    private final ChangesOfRuns changes;

    Reports(JdbcClient jdbc, Results results, ChangesOfRuns changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.results = results;
    }

    /**
     * The report of a run, with the results that held once it was published.
     *
     * @throws HashMismatch when these are not those that were published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(Run run) {
        RunCounts counts = run.counts();
        Map<ConversionKind, Long> conversions = new EnumMap<>(ConversionKind.class);
        List<Plan> plans = new ArrayList<>();
        results.check(run.no(), result -> {
            switch (result.type()) {
                case CONVERSION ->
                    conversions.merge(
                            results.read(ResultKind.CONVERSION, result).getKind(), 1L, Long::sum);
                case PLAN -> plans.add(withoutExplanation(results.read(ResultKind.PLAN, result)));
                case SCORE -> {}
            }
        });
        plans.sort(NameOrder.by(Plan::getName, Plan::getEpci));
        return new Report(
                run,
                counts == null ? Counts.NONE : counts.total(),
                reasons(run.no()),
                corrections(run.no(), Correction.CONTROLE_INEGAL),
                corrections(run.no(), Correction.ACTIVITE_AUTRE),
                conversions,
                plans,
                run.state() == Run.State.PUBLISHED ? changes.of(run) : null);
    }

    /** Most of a plan explains it, and no report does: of its rooms, only the seat is told. */
    private static Plan withoutExplanation(Plan plan) {
        plan.setRooms(plan.getRooms().stream()
                .filter(room -> room.getRoomId().equals(plan.getTiersLieu()))
                .toList());
        plan.setCandidates(List.of());
        plan.setContrefactuels(List.of());
        plan.setTrace(List.of());
        plan.getAid().forEach(line -> line.setTrace(List.of()));
        return plan;
    }

    private List<Report.RejectReason> reasons(long runNo) {
        return jdbc.sql(REASONS)
                .param("run", runNo)
                .query((row, n) -> new Report.RejectReason(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private long corrections(long runNo, Correction code) {
        return jdbc.sql(CORRECTIONS)
                .param("run", runNo)
                .param("code", code.name())
                .query(Long.class)
                .single();
    }
}
