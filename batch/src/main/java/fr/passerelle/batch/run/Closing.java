package fr.passerelle.batch.run;

import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.RunClosed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The end of a run's writing: its month, and for each partition what a reader must have seen. In the step's transaction. */
@Component
class Closing {

    /** The log forgot the attendance of a withdrawn room, and a closing that is announced ahead (FERME) is no attendance. */
    private static final String LATEST_MONTH = """
        select to_char(max(a.period_end), 'YYYY-MM') from passerelle.attendance a
        join passerelle.room r on r.room_id = a.room_id where a.etat = %d\
        """.formatted(Etat.OUVERT.ordinal());

    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final Journal journal;
    private final Partitions partitions;
    private final JournalCounts counts;
    private final StepCounts counted;

    Closing(
            JdbcTemplate jdbc,
            Runs runs,
            Journal journal,
            Partitions partitions,
            JournalCounts counts,
            StepCounts counted) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.journal = journal;
        this.partitions = partitions;
        this.counts = counts;
        this.counted = counted;
    }

    /** Closes a run. */
    void close(long runNo) {
        Run run = runs.get(runNo);
        String asOf = run.parameters().asOf() == null
                ? latestMonth()
                : run.parameters().asOf();
        runs.close(runNo, asOf, counted.of(run), isDemonstration());
        Map<Integer, Long> ofRun = counts.of(runNo);
        Map<Integer, Long> all = counts.all(runNo);
        counts.keep(runNo, all);
        List<Entry> closed = IntStream.range(0, partitions.count())
                .mapToObj(p -> Entry.run(
                        run.id(),
                        p,
                        new RunClosed(runNo, run.id(), p, asOf, ofRun.getOrDefault(p, 0L), all.getOrDefault(p, 0L))))
                .toList();
        journal.append(runNo, closed);
    }

    private String latestMonth() {
        @Nullable String month = jdbc.queryForObject(LATEST_MONTH, String.class);
        return month != null ? month : monthOfTheCurrentRun();
    }

    /** Once all registers are withdrawn, the month is the one that is shown already. */
    private String monthOfTheCurrentRun() {
        return runs.current()
                .flatMap(runs::find)
                .map(Run::asOf)
                .orElseThrow(() -> new RunFailed(
                        "Aucun relevé de fréquentation n'est connu : le mois de la situation ne peut pas être déduit. "
                                + "Abandonnez cette exécution et corrigez les fichiers, ou donnez --as-of AAAA-MM."));
    }

    private boolean isDemonstration() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
            select exists (select from passerelle.room where room_id like 'DEMO-%')
                or exists (select from passerelle.site where site_id like 'DEMO-%')\
            """, Boolean.class));
    }
}
