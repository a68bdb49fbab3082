package fr.passerelle.batch.decision;

import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries to the log, in the order in which they were recorded, the decisions that are not on it yet. Those of an EPCI that the facts no
 * longer have come once more, as copies, for the one that came after it: what was notified binds its successor.
 */
public final class Decisions {

    /** The decisions as they were taken, each with the EPCI that answers for it: that of its last copy. */
    private static final String TAKEN = """
        select d.decision_no, d.payload, d.schema_fingerprint, coalesce(
            (select c.epci from passerelle.decision c where c.carried_from = d.decision_no order by c.decision_no desc limit 1),
            d.epci) as holder
        from passerelle.decision d where d.carried_from is null order by d.decision_no\
        """;

    private static final String COPY = """
        insert into passerelle.decision (payload, schema_fingerprint, subject, epci, carried_from)
        values (:payload, :fingerprint, :subject, :epci, :from)
        on conflict on constraint decision_carried_once do nothing\
        """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Records records;
    private final PayloadReader payloads;
    private final ReferenceFacts facts;
    private final PlaceTable places;

    /** Works in the caller's transactions on this data source. */
    public Decisions(DataSource dataSource, Journal journal, Records records, ReferenceFacts facts) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
        this.records = records;
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.facts = facts;
        this.places = new PlaceTable(jdbc);
    }

    /** Appends them in the caller's transaction, in which the rooms and sites are known already; answers how many there were. */
    public int append(long runNo) {
        inherit(runNo);
        List<JournalEntry> entries = new ArrayList<>();
        RowCallbackHandler add = row ->
                entries.add(new JournalEntry(row.getString(3), row.getString(4), JournalEntry.BY_EPCI, decision(row)));
        jdbc.sql("""
            with taken as (update passerelle.decision set journalled = true, run_no = :run where not journalled returning *)
            select payload, schema_fingerprint, subject, epci from taken order by decision_no\
            """).param("run", runNo).query(add);
        journal.append(runNo, entries);
        tell();
        return entries.size();
    }

    /** Writes as JSON each that is on the log and is not told so yet. */
    private void tell() {
        List<Object[]> told = jdbc.sql(
                        "select payload, schema_fingerprint, decision_no from passerelle.decision where journalled and"
                                + " doc is null order by decision_no")
                .query((row, n) -> new Object[] {RecordJson.of(decision(row)), row.getLong(3)})
                .list();
        new JdbcTemplate(dataSource)
                .batchUpdate("update passerelle.decision set doc = ?::jsonb where decision_no = ?", told);
    }

    private DecisionRecorded decision(ResultSet row) throws SQLException {
        return payloads.read(row.getBytes(1), row.getLong(2), DecisionRecorded.class);
    }

    /**
     * Copies each decision of an EPCI that is no more for its successor; the copy says who was notified. What was decided about one EPCI goes
     * together, so that an answer stays with what it answers: to the EPCI that now holds the commune of the seat last notified, else to the
     * one that holds most of its inhabitants. A decision about a room follows the room. A decision has one copy an EPCI.
     */
    private void inherit(long runNo) {
        List<Taken> all = jdbc.sql(TAKEN)
                .query((row, i) -> new Taken(
                        row.getLong(1),
                        payloads.read(row.getBytes(2), row.getLong(3), DecisionRecorded.class),
                        Objects.requireNonNull(row.getString(4))))
                .list();
        for (Taken taken : all) {
            if (isGone(taken.notified()) && isGone(taken.holder())) {
                places.commune(taken.decision().getSubject(), runNo)
                        .flatMap(this::holding)
                        .or(() -> successor(taken.notified(), all, runNo))
                        .ifPresent(epci -> copy(taken, epci));
            }
        }
    }

    private Optional<String> successor(String gone, List<Taken> all, long runNo) {
        return all.stream()
                .filter(taken -> taken.isNotified(gone))
                .max(Taken.BY_DATE)
                .map(taken -> taken.decision().getSeat())
                .flatMap(seat -> places.commune(seat, runNo))
                .flatMap(this::holding)
                .or(() -> ofMostInhabitants(gone));
    }

    /** Whether the facts no longer have an EPCI, since it merged or split. A commune that has none is no EPCI. */
    private boolean isGone(String epci) {
        return !epci.equals(Partitions.WITHOUT_EPCI) && !facts.knows(epci);
    }

    /** The EPCI that holds a commune today; empty where none does. */
    private Optional<String> holding(String insee) {
        return facts.resolve(insee) instanceof ReferenceFacts.Resolution.Known(Commune commune, String epci)
                        && !epci.equals(Partitions.WITHOUT_EPCI)
                ? Optional.of(epci)
                : Optional.empty();
    }

    /**
     * The EPCI that holds today most inhabitants of the communes that one had when it was last described, as they were counted then; the
     * lowest SIREN of equals. Empty where it was never described, or none holds any.
     */
    private Optional<String> ofMostInhabitants(String gone) {
        Map<String, Long> inhabitants = jdbc
                .sql("select payload, schema_fingerprint from passerelle.epci where epci = :epci")
                .param("epci", gone)
                .query((row, i) -> payloads.read(row.getBytes(1), row.getLong(2), EpciDescribed.class))
                .optional()
                .stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .filter(commune -> holding(commune.getInsee()).isPresent())
                .collect(Collectors.groupingBy(
                        commune -> holding(commune.getInsee()).orElseThrow(),
                        Collectors.summingLong(Commune::getPopulation)));
        return inhabitants.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private void copy(Taken taken, String epci) {
        DecisionRecorded copy = DecisionRecorded.newBuilder(taken.decision())
                .setEpci(epci)
                .setNotifiedEpci(taken.notified())
                .build();
        jdbc.sql(COPY)
                .param("payload", records.encode(copy))
                .param("fingerprint", records.fingerprint(copy))
                .param("subject", copy.getSubject())
                .param("epci", epci)
                .param("from", taken.no())
                .update();
    }

    private record Taken(long no, DecisionRecorded decision, String holder) {

        static final Comparator<Taken> BY_DATE = Comparator.comparing(
                        (Taken taken) -> taken.decision().getDecidedOn())
                .thenComparing(Taken::no);

        String notified() {
            return decision.getEpci();
        }

        boolean isNotified(String epci) {
            return notified().equals(epci)
                    && decision.getKind() == DecisionKind.NOTIFIED
                    && decision.getSubject().startsWith("epci:");
        }
    }
}
