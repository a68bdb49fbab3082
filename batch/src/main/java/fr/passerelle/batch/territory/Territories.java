package fr.passerelle.batch.territory;

import fr.passerelle.batch.reject.Corrections;
import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.IntercommunaliteRows;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.Territoire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Describes every EPCI on the log: the facts, its communes' access to services, and its line of the file intercommunalites. That file is a snapshot: an EPCI that is not in
 * it told nothing. Without a file, or where its line was refused, what it told before still holds.
 */
public final class Territories {

    private static final String UPSERT =
            "insert into passerelle.epci (epci, payload) values (?, ?) on conflict (epci) do update set payload ="
                    + " excluded.payload";

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Records records;
    private final Rejects rejects;
    private final Corrections corrections;
    private final ReferenceFacts facts;
    private final Access access;

    /** Works in the caller's transactions on this data source. */
    public Territories(DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, Access access) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.records = records;
        this.rejects = new Rejects(dataSource, TableSchema.intercommunalites());
        this.corrections = new Corrections(dataSource, TableSchema.intercommunalites());
        this.facts = facts;
        this.access = access;
    }

    /**
     * Appends what is new or different, in the caller's transaction.
     *
     * @param file the file intercommunalites, null when there is none
     * @return what became of the file's rows; an EPCI described anew without a row counts nowhere
     */
    public Counts describe(long runNo, @Nullable InputFile file) {
        Map<String, byte[]> known = known();
        Snapshot<Intercommunalite> told = file == null ? null : read(file);
        Map<String, byte[]> changed = new HashMap<>();
        List<JournalEntry> entries = new ArrayList<>();
        Map<String, Territoire> territoires = access.known();
        for (EpciDescribed bare : facts.described()) {
            EpciDescribed epci = Access.told(bare, territoires);
            byte[] before = known.get(epci.getEpci());
            epci.setIntercommunalite(line(epci.getEpci(), before, told));
            byte[] now = records.encode(epci);
            if (!Arrays.equals(now, before)) {
                changed.put(epci.getEpci(), now);
                entries.add(JournalEntry.epci(epci.getEpci(), epci));
            }
        }
        write(runNo, changed, entries);
        return told == null ? Counts.NONE : counted(runNo, told, changed);
    }

    private Snapshot<Intercommunalite> read(InputFile file) {
        return Snapshot.read(
                file,
                TableSchema.intercommunalites(),
                IntercommunaliteRows.ID,
                new IntercommunaliteRows(facts)::resolve);
    }

    private @Nullable Intercommunalite line(
            String epci, byte @Nullable [] before, @Nullable Snapshot<Intercommunalite> told) {
        Intercommunalite line = told == null ? null : told.values().get(epci);
        if (line != null || before == null || told != null && !told.mayHold(epci)) {
            return line;
        }
        return records.decode(before, EpciDescribed.getClassSchema(), EpciDescribed.class)
                .getIntercommunalite();
    }

    private void write(long runNo, Map<String, byte[]> changed, List<JournalEntry> entries) {
        journal.append(runNo, entries);
        jdbc.batchUpdate(
                UPSERT,
                changed.entrySet().stream()
                        .map(e -> new Object[] {e.getKey(), e.getValue()})
                        .toList());
    }

    private Counts counted(long runNo, Snapshot<Intercommunalite> told, Map<String, byte[]> changed) {
        rejects.keep(runNo, told.rejects());
        corrections.keep(runNo, told.corrected());
        long accepted =
                told.values().keySet().stream().filter(changed::containsKey).count();
        long rows = told.values().size();
        long refused = told.rejects().size();
        long controls = told.controls();
        return new Counts(rows + refused + controls, accepted, rows - accepted, refused, controls);
    }

    private Map<String, byte[]> known() {
        Map<String, byte[]> known = new HashMap<>();
        RowCallbackHandler add = row -> known.put(row.getString(1), row.getBytes(2));
        jdbc.query("select epci, payload from passerelle.epci", add);
        return known;
    }
}
