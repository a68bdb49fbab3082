package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.MonthNo;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.fault.OutsideFault;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a run's writing: its month, and for each partition what a reader must have seen. In the step's transaction. */
@Component
public record Closing(
        JdbcClient jdbc,
        Runs runs,
        RunWriter writer,
        Journal journal,
        Partitions partitions,
        JournalCounts counts,
        StepCounts counted) {

    /**
     * The log forgot the attendance of a withdrawn room, and a closing that is announced ahead (FERME) is no attendance. A quarter or a year
     * counts only where nothing shorter is known; and what ends after the night's month, begun or forecast, never does.
     */
    private static final String LATEST_MONTH = """
        select passerelle.month_text(month)
        from (select coalesce(max(upper(m.open_to * e.ended)), max(upper(m.open_long_to * e.ended))) - 1 as month
              from passerelle.attendance_month m
              join passerelle.room_number n on n.room_no = m.room_no
              join passerelle.room r on r.room_id = n.room_id
              cross join (select int4multirange(int4range(null, :month, '[]')) as ended) as e) as latest
        where month is not null\
        """;

    /** Closes a run. */
    public void close(long runNo) {
        Run run = runs.get(runNo);
        String asOf = run.parameters().asOf() == null
                ? latestMonth(run)
                : run.parameters().asOf();
        writer.close(runNo, asOf, counted.of(run), isDemonstration());
        Map<Integer, Long> ofRun = counts.of(runNo);
        Map<Integer, Long> all = counts.all(runNo);
        counts.keep(runNo, all);
        List<JournalEntry> closed = IntStream.range(0, partitions.count())
                .mapToObj(p -> JournalEntry.run(
                        run.id(),
                        p,
                        new RunClosed(runNo, run.id(), p, asOf, ofRun.getOrDefault(p, 0L), all.getOrDefault(p, 0L))))
                .toList();
        journal.append(runNo, closed);
    }

    /**
     * The latest of attendance, or that of the current run where this is later: to go back is a replay (RULES 2). Only what a run takes away
     * lets it go back; once all registers are withdrawn, the month is the one that is shown already. Where nothing that is known has ended, the
     * month is the night's.
     */
    private String latestMonth(Run run) {
        @Nullable
        String known = jdbc.sql(LATEST_MONTH)
                .param("month", MonthNo.of(run.night()))
                .query(String.class)
                .optional()
                .orElse(null);
        Optional<String> current = runs.currentRun().map(Run::asOf);
        if (known == null) {
            return current.or(() -> begun(run.night()))
                    .orElseThrow(() -> new OutsideFault(
                            "Aucun relevé de fréquentation n'est connu : le mois de la situation ne peut pas"
                                    + " être déduit. Abandonnez cette exécution et corrigez les fichiers, ou"
                                    + " donnez --as-of AAAA-MM."));
        }
        boolean mayGoBack = !run.parameters().withdrawals().isEmpty();
        return current.filter(month -> !mayGoBack && month.compareTo(known) > 0).orElse(known);
    }

    private Optional<String> begun(YearMonth night) {
        boolean begun = jdbc.sql("""
            select exists (select from passerelle.attendance_month m
                           join passerelle.room_number n on n.room_no = m.room_no
                           join passerelle.room r on r.room_id = n.room_id
                           where m.month <= :month and not (isempty(m.open_to) and isempty(m.open_long_to)))\
            """)
                .param("month", MonthNo.of(night))
                .query(Boolean.class)
                .single();
        return begun ? Optional.of(night.toString()) : Optional.empty();
    }

    private boolean isDemonstration() {
        return jdbc.sql("""
            select exists (select from passerelle.room where room_id like 'DEMO-%')
                or exists (select from passerelle.site where site_id like 'DEMO-%')\
            """).query(Boolean.class).single();
    }
}
