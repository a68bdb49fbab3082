package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.batch.verify.TopicRecords.HandledLetters;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Computes state and results again from the journal, which is read once, and compares them with what is there.
 *
 * @param quick what is seen without that; its client has a fetch size
 * @param ids of the registry, by fingerprint
 */
record DeepVerification(
        ShallowVerification quick, AttendanceMonths attendance, Map<Long, Integer> ids, Records records) {

    /** How many rows are read between two words of progress. */
    private static final int STEP = 2_000;

    /** What is done with each row of the journal, in order. */
    interface JournalRows {

        /** @param record what its bytes say; null when nobody can read them */
        void take(JournalRow row, @Nullable SpecificRecord record);
    }

    /** Adds what it finds of each area; answers how many rows of the journal were read. */
    long compare(List<Area> areas) {
        Verification.Basis seen = quick.seen();
        PayloadReader payloads = RegisteredSchemas.reader(quick.jdbc());
        HandledLetters handled =
                HandledLetters.load(quick.jdbc(), quick.settings().namespace());
        Findings journal = new Findings("journal");
        JournalCheck check = new JournalCheck(new Partitions(quick.settings().partitions()), payloads, journal);
        LogFacts facts = new LogFacts(seen.current(), records, journal);
        StateTablesCheck state = new StateTablesCheck(records, payloads);
        quick.progress().begin("Relecture du journal");
        Findings topics = new Findings("topics du journal");
        long read = seen.readable()
                ? withTopics(payloads, List.of(check, facts, state), handled, topics)
                : read(payloads, List.of(check, facts, state));
        quick.progress().end(read + " enregistrements");
        check.subjects(subjects());
        areas.add(journal.area(read + " rangs sans trou, identifiants, partitions, schémas, comptes"));
        if (seen.readable()) {
            areas.add(topics.area("chaque ligne une fois, dans l'ordre, au même octet"));
        }
        areas.add(state(state));
        if (seen.current() != null) {
            results(facts, payloads, handled, seen.current(), areas);
        }
        return read;
    }

    private long withTopics(
            PayloadReader payloads, List<JournalRows> others, HandledLetters handled, Findings findings) {
        Verification.Basis seen = quick.seen();
        try (LogTopics topics = new LogTopics(quick.settings(), ids, seen.relayed(), seen.head(), handled, findings)) {
            List<JournalRows> all = new ArrayList<>(others);
            all.add(topics);
            long rows = read(payloads, all);
            topics.end(new RelayPositions(quick.settings()).last());
            return rows;
        }
    }

    /** The journal from its first row to its last, each row decoded once, by the fetch size of the client, so never all in memory; answers how many. */
    private long read(PayloadReader payloads, List<JournalRows> readers) {
        long head = quick.seen().head();
        AtomicLong read = new AtomicLong();
        RowCallbackHandler hand = result -> {
            JournalRow row = JournalRow.of(result);
            SpecificRecord record = decoded(row, payloads);
            readers.forEach(reader -> reader.take(row, record));
            if (read.incrementAndGet() % STEP == 0) {
                quick.progress().advance(Math.min(read.get(), head), head);
            }
        };
        quick.jdbc().sql(JournalRow.ALL).query(hand);
        return read.get();
    }

    private static @Nullable SpecificRecord decoded(JournalRow row, PayloadReader payloads) {
        try {
            return payloads.read(row.payload(), row.fingerprint());
        } catch (UndecodableRecord e) {
            return null;
        }
    }

    private Map<String, Long> subjects() {
        Map<String, Long> kept = new TreeMap<>();
        RowCallbackHandler add = row -> kept.put(row.getString(1), row.getLong(2));
        quick.jdbc().sql("select subject, subject_seq from passerelle.subject").query(add);
        return kept;
    }

    private Area state(StateTablesCheck state) {
        quick.progress().begin("Comparaison de l'état");
        Findings findings = new Findings("état");
        state.compare(quick.jdbc(), attendance, findings);
        quick.progress().end(state.summary());
        return findings.area(state.summary() + " (territoire ne suit pas du journal : non comparé)");
    }

    private void results(
            LogFacts facts, PayloadReader payloads, HandledLetters handled, Run current, List<Area> areas) {
        LogSettings settings = quick.settings();
        quick.progress().begin("Comparaison des résultats");
        Findings model = new Findings("modèle de lecture");
        ReadModelCheck check = new ReadModelCheck(facts.results(), payloads, model);
        check.compare(quick.jdbc(), settings.namespace(), current.no(), settings.partitions());
        String should = check.hash(current.baremeHash(), String.valueOf(current.asOf()));
        if (!should.equals(current.resultHash())) {
            model.add("table run, " + current.id() + " : empreinte publiée " + current.resultHash()
                    + ", le journal donne " + should);
        }
        areas.add(model.area(facts.results().size() + " résultats recalculés, au même octet"));
        if (quick.seen().readable()) {
            Findings findings = new Findings("topics de résultats");
            ResultTopics topics = new ResultTopics(settings, quick.codec(), records, handled, findings, current.no());
            topics.compare(facts.results());
            areas.add(findings.area(topics.read() + " enregistrements, le dernier de chaque clé au même octet"));
        }
        quick.progress().end(facts.results().size() + " résultats");
    }
}
