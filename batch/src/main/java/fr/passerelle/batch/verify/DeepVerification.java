package fr.passerelle.batch.verify;

import fr.passerelle.batch.attendance.AttendanceMonths;
import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.contract.Partitions;
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

/** Computes state and results again from the journal, read once, and compares them with what is there; ids are by fingerprint. */
record DeepVerification(
        Verification.Basis seen,
        RunProgress progress,
        AttendanceMonths attendance,
        Map<Long, Integer> ids,
        Records records) {

    /** How many rows are read between two words of progress. */
    private static final int STEP = 2_000;

    /** What is done with each row of the journal, in order. */
    interface JournalRows {

        /** @param record what its bytes say; null when nobody can read them */
        void take(JournalRow row, @Nullable SpecificRecord record);
    }

    /** Adds what it finds of each area; answers how many rows of the journal were read. */
    long compare(List<Area> areas) {
        Findings journal = new Findings("journal");
        JournalCheck check = new JournalCheck(new Partitions(seen.settings().partitions()), seen.payloads(), journal);
        LogFacts facts = new LogFacts(seen.current(), records, journal);
        StateTablesCheck state = new StateTablesCheck(records, seen.payloads());
        progress.begin("Relecture du journal");
        Findings topics = new Findings("topics du journal");
        long read =
                seen.readable() ? withTopics(List.of(check, facts, state), topics) : read(List.of(check, facts, state));
        progress.end(read + " enregistrements");
        Map<String, Long> subjects = new TreeMap<>();
        RowCallbackHandler add = row -> subjects.put(row.getString(1), row.getLong(2));
        seen.jdbc().sql("select subject, subject_seq from passerelle.subject").query(add);
        check.subjects(subjects);
        areas.add(journal.area(read + " rangs sans trou, identifiants, partitions, schémas, comptes"));
        if (seen.readable()) {
            areas.add(topics.area("chaque ligne une fois, dans l'ordre, au même octet"));
        }
        areas.add(state(state));
        if (seen.current() != null) {
            results(facts, seen.current(), areas);
        }
        return read;
    }

    private long withTopics(List<JournalRows> others, Findings findings) {
        try (LogTopics topics = new LogTopics(seen, ids, findings)) {
            List<JournalRows> all = new ArrayList<>(others);
            all.add(topics);
            long rows = read(all);
            topics.end(new RelayPositions(seen.settings()).last());
            return rows;
        }
    }

    /** The journal from its first row to its last, each row decoded once, by the fetch size of the client, so never all in memory; answers how many. */
    private long read(List<JournalRows> readers) {
        long head = seen.head();
        AtomicLong read = new AtomicLong();
        RowCallbackHandler hand = result -> {
            JournalRow row = JournalRow.of(result);
            SpecificRecord record = decoded(row);
            readers.forEach(reader -> reader.take(row, record));
            if (read.incrementAndGet() % STEP == 0) {
                progress.advance(Math.min(read.get(), head), head);
            }
        };
        seen.jdbc().sql(JournalRow.ALL).query(hand);
        return read.get();
    }

    private @Nullable SpecificRecord decoded(JournalRow row) {
        try {
            return seen.payloads().read(row.payload(), row.fingerprint());
        } catch (UndecodableRecord e) {
            return null;
        }
    }

    private Area state(StateTablesCheck state) {
        progress.begin("Comparaison de l'état");
        Findings findings = new Findings("état");
        state.compare(seen.jdbc(), attendance, findings);
        progress.end(state.summary());
        return findings.area(state.summary() + " (territoire ne suit pas du journal : non comparé)");
    }

    private void results(LogFacts facts, Run current, List<Area> areas) {
        progress.begin("Comparaison des résultats");
        Findings model = new Findings("modèle de lecture");
        ReadModelCheck check = new ReadModelCheck(seen, facts.results(), model);
        check.compare(current.no());
        String should = check.hash(current.baremeHash(), String.valueOf(current.asOf()));
        if (!should.equals(current.resultHash())) {
            model.add("table run, " + current.id() + " : empreinte publiée " + current.resultHash()
                    + ", le journal donne " + should);
        }
        areas.add(model.area(facts.results().size() + " résultats recalculés, au même octet"));
        if (seen.readable()) {
            Findings findings = new Findings("topics de résultats");
            ResultTopics topics = new ResultTopics(seen, records, findings, current.no());
            topics.compare(facts.results());
            areas.add(findings.area(topics.read() + " enregistrements, le dernier de chaque clé au même octet"));
        }
        progress.end(facts.results().size() + " résultats");
    }
}
