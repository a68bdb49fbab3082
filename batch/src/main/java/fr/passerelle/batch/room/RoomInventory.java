package fr.passerelle.batch.room;

import fr.passerelle.batch.attendance.History;
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
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Imports the inventory of rooms, a snapshot, in one transaction of the caller's.
 *
 * <p>A room that is no longer in it is withdrawn: CLOSED when it had said its closing day, else GONE. A room whose EPCI changed leaves
 * the one (MOVED) and arrives in the other with its whole attendance, carried. The attendance of a withdrawn room stays in the state,
 * although its readers forget it with the room: should the room come back, it arrives with its history in the same way.
 */
public final class RoomInventory {

    private static final int PERCENT = 100;

    private final RoomState state;
    private final Journal journal;
    private final Records records;
    private final History history;
    private final Rejects rejects;
    private final Corrections corrections;
    private final Rooms rooms;
    private final int maxWithdrawal;

    /** @param maxWithdrawal greatest share of the known rooms that an inventory may withdraw, percent; moves do not count */
    public RoomInventory(DataSource dataSource, Journal journal, Records records, Facts facts, int maxWithdrawal) {
        this.state = new RoomState(dataSource);
        this.journal = journal;
        this.records = records;
        this.history = new History(dataSource, journal);
        this.rejects = new Rejects(dataSource, TableSchema.salles());
        this.corrections = new Corrections(dataSource, TableSchema.salles());
        this.rooms = new Rooms(facts);
        this.maxWithdrawal = maxWithdrawal;
    }

    /**
     * Refuses an inventory that withdraws too many rooms; writes nothing. To be called before a run opens.
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
        InventoryChange change = change(file);
        rejects.keep(runNo, change.inventory().rejects());
        corrections.keep(runNo, change.inventory().corrected());
        List<Entry> entries = new ArrayList<>();
        change.gone().forEach(id -> entries.add(withdrawal(id, change)));
        Set<String> withHistory = state.withHistory(change.put().keySet());
        change.put().forEach((id, room) -> {
            entries.addAll(arrival(room, change));
            if (withHistory.contains(id) && (change.moves(id) || change.isNew(id))) {
                append(runNo, entries);
                history.carry(runNo, id, room.getEpci());
            }
        });
        append(runNo, entries);
        state.remove(change.gone());
        state.put(change.encoded());
        return counts(change);
    }

    private InventoryChange change(InputFile file) {
        Snapshot<RoomInventoried> inventory = Snapshot.read(file, TableSchema.salles(), Rooms.ID, rooms::resolve);
        InventoryChange change = InventoryChange.between(state.known(), inventory, records);
        int known = change.known().size();
        int gone = change.gone().size();
        if ((long) gone * PERCENT > (long) known * maxWithdrawal) {
            throw new UnusableFile(
                    "Le fichier « %s » retirerait %d des %d salles connues, plus que les %d %% permis : vérifiez qu'il est complet, ou relevez la limite (passerelle.max-withdrawal)."
                            .formatted(file.name(), gone, known, maxWithdrawal));
        }
        return change;
    }

    private Entry withdrawal(String id, InventoryChange change) {
        KnownRoom before = Objects.requireNonNull(change.known().get(id));
        RoomInventoried room =
                records.decode(before.payload(), RoomInventoried.getClassSchema(), RoomInventoried.class);
        RoomWithdrawal reason = room.getClosed() == null ? RoomWithdrawal.GONE : RoomWithdrawal.CLOSED;
        return leaving(new RoomWithdrawn(id, before.epci(), reason, null));
    }

    /** A room that is new or different, after its leaving where it comes from elsewhere. */
    private static List<Entry> arrival(RoomInventoried room, InventoryChange change) {
        String id = room.getRoomId();
        Entry inventoried = Entry.room(id, room.getEpci(), room);
        if (!change.moves(id)) {
            return List.of(inventoried);
        }
        String before = Objects.requireNonNull(change.known().get(id)).epci();
        return List.of(leaving(new RoomWithdrawn(id, before, RoomWithdrawal.MOVED, room.getEpci())), inventoried);
    }

    private static Entry leaving(RoomWithdrawn withdrawn) {
        return Entry.room(withdrawn.getRoomId(), withdrawn.getEpci(), withdrawn);
    }

    /** Appends those that wait, all by a few statements. */
    private void append(long runNo, List<Entry> waiting) {
        journal.append(runNo, waiting);
        waiting.clear();
    }

    private static Counts counts(InventoryChange change) {
        long rows = change.inventory().values().size();
        long accepted = change.put().size();
        long refused = change.inventory().rejects().size();
        long controls = change.inventory().controls();
        return new Counts(rows + refused + controls, accepted, rows - accepted, refused, controls);
    }
}
