package fr.passerelle.batch.territory;

import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.IntercommunaliteRows;
import fr.passerelle.sources.territory.TerritoireRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Describes every EPCI on the log: the facts, its communes' access to services, and its line of the file intercommunalites. That file is a snapshot: an EPCI that is not in
 * it told nothing. Without a file, or where its line was refused, what it told before still holds.
 */
public record Territories(DataSource dataSource, Journal journal, Records records, Access access) {

    /**
     * Appends what is new or different, in the caller's transaction. Answers what became of the rows of the file intercommunalites, null when
     * there is none; an EPCI described anew without a row counts nowhere.
     */
    public Counts describe(long runNo, @Nullable InputFile file) {
        Map<String, EpciDescribed> known = known();
        Snapshot<Intercommunalite> told = file == null
                ? Snapshot.nothingTold()
                : Snapshot.read(
                        file,
                        TableSchema.INTERCOMMUNALITES,
                        IntercommunaliteRows.ID,
                        new IntercommunaliteRows(access.facts())::resolve);
        Map<String, EpciDescribed> changed = new HashMap<>();
        List<JournalEntry> entries = new ArrayList<>();
        Map<String, TerritoireRows.Territoire> territoires = access.known();
        for (EpciDescribed bare : access.facts().described()) {
            EpciDescribed epci = Access.told(bare, territoires);
            EpciDescribed before = known.get(epci.getEpci());
            epci.setIntercommunalite(line(epci.getEpci(), before, told));
            if (!epci.equals(before)) {
                changed.put(epci.getEpci(), epci);
                entries.add(JournalEntry.epci(epci));
            }
        }
        write(runNo, changed, entries);
        return file == null
                ? Counts.NONE
                : new Rejects(dataSource, TableSchema.INTERCOMMUNALITES)
                        .keep(runNo, told, (epci, line) -> changed.containsKey(epci));
    }

    private @Nullable Intercommunalite line(
            String epci, @Nullable EpciDescribed before, Snapshot<Intercommunalite> told) {
        Intercommunalite line = told.values().get(epci);
        return line != null || before == null || !told.mayHold(epci) ? line : before.getIntercommunalite();
    }

    private void write(long runNo, Map<String, EpciDescribed> changed, List<JournalEntry> entries) {
        journal.append(runNo, entries);
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        """
                        insert into passerelle.epci (epci, payload, schema_fingerprint) values (?, ?, ?)
                        on conflict (epci) do update set payload = excluded.payload, schema_fingerprint = excluded.schema_fingerprint\
                        """,
                        changed.entrySet().stream()
                                .map(e -> new Object[] {
                                    e.getKey(), records.encode(e.getValue()), records.fingerprint(e.getValue())
                                })
                                .toList());
    }

    private Map<String, EpciDescribed> known() {
        PayloadReader payloads = RegisteredSchemas.reader(JdbcClient.create(dataSource));
        Map<String, EpciDescribed> known = new HashMap<>();
        RowCallbackHandler add =
                row -> known.put(row.getString(1), payloads.read(row.getBytes(2), row.getLong(3), EpciDescribed.class));
        new JdbcTemplate(dataSource).query("select epci, payload, schema_fingerprint from passerelle.epci", add);
        return known;
    }
}
