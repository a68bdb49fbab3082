package fr.passerelle.batch.room;

import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;

/** Imports a snapshot of places, in one transaction of the caller's: what it has in common for rooms and sites. */
public abstract sealed class PlaceFile<T extends SpecificRecord> permits RoomInventory, SiteFile {

    private final PlaceState state;
    private final PlaceComparison<T> comparison;
    private final Rejects rows;
    private final WithdrawalGuard guard;
    private final Told<T> told;

    /**
     * How a file of such places is read.
     *
     * @param taken what is said of a row whose identifier a place of the other kind has: it would be that place under another name
     */
    record Told<T>(TableSchema schema, String id, String taken, Function<Cells, Resolved<T>> resolve) {

        Snapshot<T> in(InputFile file, Set<String> others) {
            return Snapshot.read(
                    file,
                    schema,
                    id,
                    cells -> others.contains(cells.required(id))
                            ? new Resolved.Impossible<>(id, RejectReason.DOUBLON, taken)
                            : resolve.apply(cells));
        }
    }

    PlaceFile(
            DataSource dataSource,
            PlaceState.Table table,
            PlaceComparison<T> comparison,
            WithdrawalGuard guard,
            Told<T> told) {
        this.state = new PlaceState(dataSource, table);
        this.comparison = comparison;
        this.guard = guard;
        this.told = told;
        this.rows = new Rejects(dataSource, told.schema());
    }

    /**
     * Refuses a file that withdraws too many places; writes nothing. To be called before a run opens.
     *
     * @throws UnusableFile with the sentence for the user
     */
    public final void check(InputFile file) {
        change(file);
    }

    /**
     * Appends what changed.
     *
     * @return what became of the file's rows
     * @throws UnusableFile as {@link #check}, before anything is written
     */
    public final Counts run(long runNo, InputFile file) {
        PlaceChanges<T> change = change(file);
        write(runNo, change);
        return rows.keep(runNo, change.file(), change.accepted());
    }

    /** Without a file: appends the moves of the places whose commune has another EPCI. */
    public final void follow(long runNo) {
        write(runNo, comparison.between(state.known(), Snapshot.nothingTold()));
    }

    /** Appends what a change says to the journal. */
    abstract void append(long runNo, PlaceChanges<T> change);

    private PlaceChanges<T> change(InputFile file) {
        PlaceChanges<T> change = comparison.between(state.known(), told.in(file, state.others()));
        guard.check(file, change);
        return change;
    }

    private void write(long runNo, PlaceChanges<T> change) {
        append(runNo, change);
        state.remove(change.gone());
        state.put(change.encoded());
    }
}
