package fr.passerelle.batch.room;

import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.Snapshot;
import fr.passerelle.batch.source.reject.Corrections;
import fr.passerelle.batch.source.reject.Rejects;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.territory.Facts;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Imports the file of sites, a snapshot, in one transaction of the caller's. A site that is no longer in it is withdrawn; one whose EPCI
 * changed leaves the one and arrives in the other. Without a file the sites stay as they are known, each following its commune.
 */
public final class SiteFile {

    private final PlaceState state;
    private final Journal journal;
    private final Comparison<SiteDescribed> comparison;
    private final Rejects rejects;
    private final Corrections corrections;
    private final Sites sites;
    private final Guard guard;

    /** @param maxWithdrawal greatest share of the known sites that a file may withdraw, percent; one site may always leave */
    public SiteFile(DataSource dataSource, Journal journal, Records records, Facts facts, int maxWithdrawal) {
        this.state = new PlaceState(dataSource, PlaceState.Table.SITE);
        this.journal = journal;
        this.comparison = new Comparison<>(Kind.SITE, facts, records);
        this.rejects = new Rejects(dataSource, TableSchema.sites());
        this.corrections = new Corrections(dataSource, TableSchema.sites());
        this.sites = new Sites(facts);
        this.guard = new Guard("sites connus", 1, maxWithdrawal);
    }

    /**
     * Refuses a file that withdraws too many sites; writes nothing. To be called before a run opens.
     *
     * @throws UnusableFile with the sentence for the user
     */
    public void check(InputFile file) {
        change(file);
    }

    /**
     * Appends what changed.
     *
     * @return what became of the file's rows
     * @throws UnusableFile as {@link #check}, before anything is written
     */
    public Counts run(long runNo, InputFile file) {
        Change<SiteDescribed> change = change(file);
        rejects.keep(runNo, change.file().rejects());
        corrections.keep(runNo, change.file().corrected());
        write(runNo, change);
        return change.counts();
    }

    /** Without a file: appends the moves of the sites whose commune has another EPCI. */
    public void follow(long runNo) {
        write(runNo, comparison.between(state.known(), Snapshot.nothingTold()));
    }

    private Change<SiteDescribed> change(InputFile file) {
        Snapshot<SiteDescribed> told = Snapshot.read(file, TableSchema.sites(), Sites.ID, sites::resolve);
        Change<SiteDescribed> change = comparison.between(state.known(), told);
        guard.check(file, change);
        return change;
    }

    private void write(long runNo, Change<SiteDescribed> change) {
        List<Entry> entries = new ArrayList<>();
        change.gone().forEach(id -> entries.add(leaving(id, change)));
        change.put().forEach((id, site) -> {
            if (change.moves(id)) {
                entries.add(leaving(id, change));
            }
            entries.add(Entry.site(id, site.getEpci(), site));
        });
        journal.append(runNo, entries);
        state.remove(change.gone());
        state.put(change.encoded());
    }

    private static Entry leaving(String id, Change<SiteDescribed> change) {
        String epci = Objects.requireNonNull(change.known().get(id)).epci();
        return Entry.site(id, epci, new SiteWithdrawn(id, epci));
    }
}
