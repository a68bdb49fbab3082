package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.batch.verify.TopicRecords.HandledLetters;
import fr.passerelle.journal.LogAgreement;
import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.published.session.PublishedSessions.SessionFold;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says whether topics, state and results still follow from the journal. It takes no lock and changes nothing: all is read in one snapshot of the database,
 * results as of the current run, so that it may run while a run does.
 */
@Component
public record Verification(
        Servers servers,
        Runs runs,
        JournalCounts journal,
        Equations equations,
        LogSettings settings,
        LogAgreement log,
        SchemaRegistration schemas,
        RegistryClient registry,
        Records records,
        RunProgress progress,
        Clock clock,
        DataSource dataSource,
        PlatformTransactionManager transactions) {

    /**
     * What it begins from. Read before the snapshot: whether the topics can be read, the rank up to which the journal is on Kafka, 0 for none,
     * and in French why the log is not its own, null when it is. In the snapshot: letters of which somebody has taken care, the rank of the
     * journal's last row, the run that holds, null when none was published.
     */
    record Basis(
            JdbcClient jdbc,
            LogSettings settings,
            RecordCodec codec,
            PayloadReader payloads,
            HandledLetters handled,
            boolean readable,
            long relayed,
            @Nullable String disagreement,
            long head,
            @Nullable Run current) {}

    /**
     * What it found in all that was looked at, in order: up to the run that holds, null when none was published, without the results of the run
     * that is not over, null when there is none. So many rows of the journal were read again, 0 unless deep.
     */
    public record Report(
            boolean deep, @Nullable Run current, @Nullable Run open, List<Area> areas, long records, Duration took) {

        /** Whether nothing differs anywhere. */
        public boolean agrees() {
            return areas.stream().allMatch(Area::agrees);
        }
    }

    private static final int FETCH = 2_000;

    /**
     * Looks at everything; deep, it computes all again from the journal and compares byte by byte.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when the database is not there
     * @throws fr.passerelle.schemas.fault.OutsideFault when Kafka is not there
     */
    public Report check(boolean deep) {
        Instant begun = clock.instant();
        servers.needReachable();
        Findings there = new Findings("serveurs");
        there.addAll(servers.faults());
        List<Area> areas = new ArrayList<>();
        areas.add(there.area("topics, partitions, rétention, identifiants du registre"));
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        JdbcClient jdbc = JdbcClient.create(template);
        RecordCodec codec = new RecordCodec(new SchemaIds(registry), records);
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        // Before the snapshot: what was relayed by then is in it, unless the database is older than the log.
        long relayed = there.none() ? new RelayPositions(settings).last() : 0;
        String disagreement = there.none() ? Servers.fault(log::relayed).orElse(null) : null;
        return Objects.requireNonNull(snapshot.execute(status -> {
            Basis seen = new Basis(
                    jdbc,
                    settings,
                    codec,
                    RegisteredSchemas.reader(jdbc),
                    HandledLetters.load(jdbc, settings.namespace()),
                    there.none(),
                    relayed,
                    disagreement,
                    journal.head(),
                    runs.currentRun().orElse(null));
            areas.addAll(new ShallowVerification(seen, equations, progress).areas());
            long read = deep
                    ? new DeepVerification(seen, progress, new AttendanceMonths(dataSource), schemas.ids(), records)
                            .compare(areas)
                    : 0;
            return new Report(
                    deep,
                    seen.current(),
                    runs.all().stream().filter(Run::unfinished).findFirst().orElse(null),
                    areas,
                    read,
                    Duration.between(begun, clock.instant()));
        }));
    }

    /** The published sessions that do not stand as the records say, by identity. */
    public static List<String> sessionDifferences(JdbcClient jdbc) {
        SortedMap<String, PublishedSession> made =
                SessionFold.until(OffsetDateTime.MAX, jdbc).sessions();
        SortedMap<String, PublishedSession> standing = new TreeMap<>();
        new PublishedSessions(jdbc).all().forEach(session -> standing.put(session.seance(), session));
        TreeSet<String> all = new TreeSet<>(made.keySet());
        all.addAll(standing.keySet());
        return all.stream()
                .filter(seance -> !Objects.equals(made.get(seance), standing.get(seance)))
                .toList();
    }
}
