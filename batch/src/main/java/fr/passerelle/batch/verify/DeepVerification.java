package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.check.Findings;
import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.check.JournalCheck;
import fr.passerelle.batch.check.JournalReader;
import fr.passerelle.batch.check.JournalReader.JournalRows;
import fr.passerelle.batch.check.LogTopics;
import fr.passerelle.batch.check.ReadModelCheck;
import fr.passerelle.batch.check.ResultTopics;
import fr.passerelle.batch.check.TopicRecords.HandledLetters;
import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Computes state and results again from the journal, which is read once, and compares them with what is there. */
final class DeepVerification {

    private final Verification.Basis seen;
    private final JdbcClient jdbc;
    private final AttendanceMonths attendance;
    private final LogSettings settings;
    private final Map<Long, Integer> ids;
    private final RecordCodec codec;
    private final Records records;
    private final RunProgress progress;
    private final List<Area> areas = new ArrayList<>();
    private long read;

    /**
     * Nothing is read yet.
     *
     * @param jdbc with a fetch size, in the snapshot
     * @param ids of the registry, by fingerprint
     */
    DeepVerification(
            Verification.Basis seen,
            JdbcClient jdbc,
            AttendanceMonths attendance,
            LogSettings settings,
            Map<Long, Integer> ids,
            RecordCodec codec,
            Records records,
            RunProgress progress) {
        this.seen = seen;
        this.jdbc = jdbc;
        this.attendance = attendance;
        this.settings = settings;
        this.ids = ids;
        this.codec = codec;
        this.records = records;
        this.progress = progress;
    }

    List<Area> areas() {
        PayloadReader payloads = RegisteredSchemas.reader(jdbc);
        HandledLetters handled = HandledLetters.load(jdbc, settings.namespace());
        Findings journal = new Findings("journal");
        JournalCheck check = new JournalCheck(new Partitions(settings.partitions()), payloads, journal);
        LogFacts facts = new LogFacts(seen.current(), records, journal);
        StateTablesCheck state = new StateTablesCheck(records, payloads);
        progress.begin("Relecture du journal");
        Findings topics = new Findings("topics du journal");
        JournalReader reader = new JournalReader(jdbc, payloads, progress::advance);
        read = seen.readable()
                ? withTopics(reader, List.of(check, facts, state), handled, topics)
                : reader.read(List.of(check, facts, state), seen.head());
        progress.end(read + " enregistrements");
        check.subjects(subjects());
        areas.add(journal.area(read + " rangs sans trou, identifiants, partitions, schémas, comptes"));
        if (seen.readable()) {
            areas.add(topics.area("chaque ligne une fois, dans l'ordre, au même octet"));
        }
        state(state);
        if (seen.current() != null) {
            results(facts, payloads, handled, seen.current());
        }
        return areas;
    }

    /** Rows of the journal that were read, 0 before. */
    long read() {
        return read;
    }

    private long withTopics(JournalReader reader, List<JournalRows> others, HandledLetters handled, Findings findings) {
        try (LogTopics topics = new LogTopics(settings, ids, seen.relayed(), seen.head(), handled, findings)) {
            List<JournalRows> all = new ArrayList<>(others);
            all.add(topics);
            long rows = reader.read(all, seen.head());
            topics.end(new RelayPositions(settings).last().orElse(0));
            return rows;
        }
    }

    private Map<String, Long> subjects() {
        Map<String, Long> kept = new TreeMap<>();
        RowCallbackHandler add = row -> kept.put(row.getString(1), row.getLong(2));
        jdbc.sql("select subject, subject_seq from passerelle.subject").query(add);
        return kept;
    }

    private void state(StateTablesCheck state) {
        progress.begin("Comparaison de l'état");
        Findings findings = new Findings("état");
        state.compare(jdbc, attendance, findings);
        progress.end(state.summary());
        areas.add(findings.area(state.summary() + " (territoire ne suit pas du journal : non comparé)"));
    }

    private void results(LogFacts facts, PayloadReader payloads, HandledLetters handled, Run current) {
        progress.begin("Comparaison des résultats");
        Findings model = new Findings("modèle de lecture");
        ReadModelCheck check = new ReadModelCheck(facts.results(), payloads, Run::idOf, model);
        check.compare(jdbc, settings.namespace(), current.no(), settings.partitions());
        String should = check.hash(current.baremeHash(), String.valueOf(current.asOf()));
        if (!should.equals(current.resultHash())) {
            model.add("table run, " + current.id() + " : empreinte publiée " + current.resultHash()
                    + ", le journal donne " + should);
        }
        areas.add(model.area(facts.results().size() + " résultats recalculés, au même octet"));
        if (seen.readable()) {
            Findings findings = new Findings("topics de résultats");
            ResultTopics topics = new ResultTopics(settings, codec, records, handled, findings, current.no());
            topics.compare(facts.results());
            areas.add(findings.area(topics.read() + " enregistrements, le dernier de chaque clé au même octet"));
        }
        progress.end(facts.results().size() + " résultats");
    }
}
