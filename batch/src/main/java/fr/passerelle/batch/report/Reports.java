package fr.passerelle.batch.report;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.Results.ResultKind;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the report of a run from the database: after the job, or any later day. */
@Component
public class Reports {

    private final JdbcClient jdbc;
    private final Results results;
    private final ChangesOfRuns changes;

    Reports(JdbcClient jdbc, Results results, ChangesOfRuns changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.results = results;
    }

    /** The report of a run, with the results that held once it was published; a HashMismatch when these are not those published. */
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
        return jdbc.sql("""
            select reason, min(message), count(*) from passerelle.reject where run_no = :run
            group by reason, column_name order by count(*) desc, reason, column_name\
            """)
                .param("run", runNo)
                .query((row, n) -> new Report.RejectReason(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private long corrections(long runNo, Correction code) {
        return jdbc.sql("select count(*) from passerelle.correction where run_no = :run and code = :code")
                .param("run", runNo)
                .param("code", code.name())
                .query(Long.class)
                .single();
    }

    /**
     * What a run read and what it proposes: reasons, commonest first; how many conversions of each kind; plans by name of the EPCI, of their rooms
     * only the seat, and no explanation.
     *
     * @param controlGaps controls that do not come to what finer lines add up to, by their columns
     * @param otherActivities lines whose activity is not in the vocabulary
     * @param changes from the run published before; null where this one is not published
     */
    public record Report(
            Run run,
            Counts counts,
            List<RejectReason> reasons,
            long controlGaps,
            long otherActivities,
            Map<ConversionKind, Long> conversions,
            List<Plan> plans,
            @Nullable ResumeChangements changes) {

        /** Rows refused for one reason in one column, and what the first of them was told, in French. */
        public record RejectReason(String reason, String message, long count) {}

        /** Proposals by kind: tiers lieux by their seat, a room or a site, and étapes. */
        public Map<ConversionKind, Long> proposals() {
            Map<ConversionKind, Long> kinds = new EnumMap<>(ConversionKind.class);
            kinds.put(ConversionKind.TIERS_LIEU, count(plan -> plan.getSiege() != null));
            kinds.put(ConversionKind.ETAPE_NOMADE, conversions.getOrDefault(ConversionKind.ETAPE_NOMADE, 0L));
            return kinds;
        }

        /** EPCIs that have to choose between places that nothing separates. */
        public long exAequo() {
            return count(plan -> !plan.getExAequo().isEmpty());
        }

        /** Aid by line over the region, euros; 0 where no cost is known. */
        public Map<AidLineName, BigDecimal> aid() {
            Map<AidLineName, BigDecimal> lines = new EnumMap<>(AidLineName.class);
            for (AidLineName name : AidLineName.values()) {
                lines.put(name, total(name));
            }
            return lines;
        }

        /** Aid in all, euros. */
        public BigDecimal aidTotal() {
            return aid().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** EPCIs of which no cost is known. */
        public long withoutCost() {
            return count(plan -> plan.getAidTotal() == null);
        }

        /** What the scheme could give at most to the EPCIs of which no cost is known, euros: never a budget. */
        public BigDecimal theoreticalCeiling() {
            return plans.stream()
                    .filter(plan -> plan.getAidTotal() == null)
                    .map(Plan::getTheoreticalCeiling)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private long count(Predicate<Plan> condition) {
            return plans.stream().filter(condition).count();
        }

        private BigDecimal total(AidLineName name) {
            return plans.stream()
                    .flatMap(plan -> plan.getAid().stream())
                    .filter(line -> line.getLine() == name)
                    .map(AidLine::getAid)
                    .filter(Objects::nonNull)
                    .reduce(new BigDecimal("0.00"), BigDecimal::add);
        }
    }
}
