package fr.passerelle.batch.run;

import fr.passerelle.batch.source.Counts;
import fr.passerelle.schemas.event.Plan;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the report of a run from the database: after the job, or any later day. */
@Component
public class Reports {

    private static final String REASONS = """
        select reason, min(message), count(*) from passerelle.reject where run_no = ?
        group by reason order by count(*) desc, reason\
        """;

    private final JdbcTemplate jdbc;
    private final Results results;
    private final ChangesOfRuns changes;

    Reports(JdbcTemplate jdbc, Results results, ChangesOfRuns changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.results = results;
    }

    /** The report of a run, with the results that held once it was published. */
    public Report of(Run run) {
        List<Result> current = results.at(run.no());
        RunCounts counts = run.counts();
        return new Report(
                run,
                counts == null ? Counts.NONE : counts.total(),
                reasons(run.no()),
                results.conversions(current).toList(),
                results.plans(current).sorted(byName()).toList(),
                run.state() == Run.State.PUBLISHED ? changes.of(run, current) : null);
    }

    private List<Report.RejectReason> reasons(long runNo) {
        return jdbc.query(
                REASONS,
                (row, n) -> new Report.RejectReason(row.getString(1), row.getString(2), row.getLong(3)),
                runNo);
    }

    private static Comparator<Plan> byName() {
        return Comparator.comparing(Plan::getName, Collator.getInstance(Locale.FRANCE)::compare)
                .thenComparing(Plan::getEpci);
    }
}
