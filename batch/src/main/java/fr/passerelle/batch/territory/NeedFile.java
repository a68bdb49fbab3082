package fr.passerelle.batch.territory;

import fr.passerelle.batch.reject.SnapshotRows;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.DemandeRows;
import fr.passerelle.sources.territory.EpciDemande;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was asked for in the diagnostics, EPCI by EPCI: shown beside the plan, outside score and order. The file is a snapshot: of an EPCI
 * that is not in it, nothing is known. Where a row of an EPCI was refused, what was known of it and is not told anew still holds.
 */
public final class NeedFile {

    private static final String UPSERT = """
        insert into passerelle.needs (epci, payload, schema_fingerprint) values (:epci, :payload, :fingerprint)
        on conflict (epci) do update set payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
        """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Records records;
    private final PayloadReader payloads;
    private final SnapshotRows rows;
    private final ReferenceFacts facts;

    /** Works in the caller's transactions on this data source. */
    public NeedFile(DataSource dataSource, Journal journal, Records records, ReferenceFacts facts) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
        this.records = records;
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.rows = new SnapshotRows(dataSource, TableSchema.besoins());
        this.facts = facts;
    }

    /**
     * Appends what is new or different, in the caller's transaction.
     *
     * @return what became of the file's rows
     */
    public Counts take(long runNo, InputFile file) {
        DemandeRows told = new DemandeRows(facts);
        Snapshot<EpciDemande> snapshot = Snapshot.readAll(file, TableSchema.besoins(), DemandeRows.EPCI, told::resolve);
        SortedMap<String, NeedsReported> known = known();
        write(runNo, told.needs(), known, snapshot);
        long accepted = snapshot.values().values().stream()
                .filter(row -> !of(row.epci(), known).getDemandes().contains(row.demande()))
                .count();
        return rows.keep(runNo, snapshot, accepted);
    }

    private void write(
            long runNo,
            Map<String, NeedsReported> told,
            Map<String, NeedsReported> known,
            Snapshot<EpciDemande> snapshot) {
        TreeSet<String> epcis = new TreeSet<>(known.keySet());
        epcis.addAll(told.keySet());
        List<NeedsReported> changed = epcis.stream()
                .map(epci -> now(epci, told, known, snapshot))
                .filter(now -> !now.equals(of(now.getEpci(), known)))
                .toList();
        journal.append(runNo, changed.stream().map(JournalEntry::needs).toList());
        changed.forEach(this::put);
    }

    private static NeedsReported now(
            String epci,
            Map<String, NeedsReported> told,
            Map<String, NeedsReported> known,
            Snapshot<EpciDemande> snapshot) {
        TreeSet<Demande> demandes = new TreeSet<>(EpciDemande.ORDER);
        demandes.addAll(of(epci, told).getDemandes());
        if (snapshot.unattributed() || snapshot.refused().contains(epci)) {
            demandes.addAll(of(epci, known).getDemandes());
        }
        return new NeedsReported(epci, List.copyOf(demandes));
    }

    private static NeedsReported of(String epci, Map<String, NeedsReported> all) {
        return all.getOrDefault(epci, new NeedsReported(epci, List.of()));
    }

    private void put(NeedsReported needs) {
        jdbc.sql(UPSERT)
                .param("epci", needs.getEpci())
                .param("payload", records.encode(needs))
                .param("fingerprint", records.fingerprint(needs))
                .update();
    }

    private SortedMap<String, NeedsReported> known() {
        SortedMap<String, NeedsReported> known = new TreeMap<>();
        RowCallbackHandler add =
                row -> known.put(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), NeedsReported.class));
        jdbc.sql("select epci, payload, schema_fingerprint from passerelle.needs")
                .query(add);
        return known;
    }
}
