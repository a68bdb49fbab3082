package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.check.Findings;
import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.run.Reconciliation;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.journal.JournalCounts;
import fr.passerelle.journal.LogAgreement;
import fr.passerelle.journal.LogRefused;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.RelayPositions;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.SchemaIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
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
public class Verification {

    private static final int FETCH = 2_000;

    private final Servers servers;
    private final Runs runs;
    private final JournalCounts journal;
    private final Reconciliation reconciliation;
    private final LogSettings settings;
    private final LogAgreement log;
    private final SchemaRegistration schemas;
    private final RecordCodec codec;
    private final Records records;
    private final RunProgress progress;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final AttendanceMonths attendance;
    private final TransactionTemplate snapshot;

    Verification(
            Servers servers,
            Runs runs,
            JournalCounts journal,
            Reconciliation reconciliation,
            LogSettings settings,
            LogAgreement log,
            SchemaRegistration schemas,
            RegistryClient registry,
            Records records,
            RunProgress progress,
            Clock clock,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        this.servers = servers;
        this.runs = runs;
        this.journal = journal;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.log = log;
        this.schemas = schemas;
        this.codec = new RecordCodec(new SchemaIds(registry), records);
        this.records = records;
        this.progress = progress;
        this.clock = clock;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(template);
        this.attendance = new AttendanceMonths(dataSource);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * Looks at everything.
     *
     * @param deep whether to compute all again from the journal and to compare byte by byte
     * @throws fr.passerelle.schemas.fault.RunRefused when the database is not there
     * @throws fr.passerelle.journal.LogRefused when Kafka is not there
     */
    public VerificationReport check(boolean deep) {
        Instant begun = clock.instant();
        servers.needReachable();
        Findings there = new Findings("serveurs");
        there.addAll(servers.faults());
        List<Area> areas = new ArrayList<>();
        areas.add(there.area("topics, partitions, rétention, identifiants du registre"));
        // Before the snapshot: what was relayed by then is in it, unless the database is older than the log.
        OptionalLong position = there.none() ? new RelayPositions(settings).last() : OptionalLong.empty();
        String disagreement = there.none() ? disagreement() : null;
        return Objects.requireNonNull(snapshot.execute(status -> {
            VerificationBasis verificationBasis = new VerificationBasis(
                    there.none(),
                    position,
                    disagreement,
                    journal.head(),
                    runs.currentRun().orElse(null));
            areas.addAll(new ShallowVerification(verificationBasis, jdbc, settings, codec, reconciliation, progress)
                    .areas());
            DeepVerification again = new DeepVerification(
                    verificationBasis, jdbc, attendance, settings, schemas.ids(), codec, records, progress);
            areas.addAll(deep ? again.areas() : List.of());
            return new VerificationReport(
                    deep,
                    verificationBasis.current(),
                    open(),
                    areas,
                    again.read(),
                    Duration.between(begun, clock.instant()));
        }));
    }

    private @Nullable String disagreement() {
        try {
            log.relayed();
            return null;
        } catch (LogRefused e) {
            return e.getMessage();
        }
    }

    private @Nullable Run open() {
        return runs.all().stream().filter(Run::unfinished).findFirst().orElse(null);
    }
}
