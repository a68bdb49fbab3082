package fr.passerelle.batch.room;

import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.room.Rooms;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports the inventory of rooms, a snapshot, in one transaction of the caller's.
 *
 * <p>A room that is no longer in it is withdrawn: CLOSED when it had said its closing day, else GONE. A room whose EPCI changed leaves
 * the one (MOVED) and arrives in the other with all its months, which the run tells later; so does, with or without a file, a room whose
 * commune the facts now have in another EPCI. The attendance of a withdrawn room stays in the state, although its readers forget it with the room:
 * should the room come back, it arrives with its months in the same way.
 */
public final class RoomInventory extends PlaceFile<RoomInventoried> {

    private final Journal journal;
    private final PayloadReader payloads;
    private final DueMonths months;

    /** @param maxWithdrawal greatest share of the known rooms that an inventory may withdraw, percent; moves do not count */
    public RoomInventory(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, int maxWithdrawal) {
        super(
                dataSource,
                PlaceState.Table.ROOM,
                new PlaceComparison<>(
                        PlaceType.ROOM, facts, records, RegisteredSchemas.reader(JdbcClient.create(dataSource))),
                new WithdrawalGuard("salles connues", 0, maxWithdrawal),
                new Told<>(
                        TableSchema.salles(),
                        Rooms.ID,
                        "Un site connu a cet identifiant : donnez-en un autre à la salle, ou retirez d'abord le site si"
                                + " c'est elle.",
                        new Rooms(facts)::resolve));
        this.journal = journal;
        this.payloads = RegisteredSchemas.reader(JdbcClient.create(dataSource));
        this.months = new DueMonths(dataSource);
    }

    @Override
    void append(long runNo, PlaceChanges<RoomInventoried> change) {
        List<JournalEntry> entries = new ArrayList<>();
        change.gone().forEach(id -> entries.add(withdrawal(id, change)));
        change.put().values().forEach(room -> entries.addAll(arrival(room, change)));
        months.arrived(change.put().keySet().stream()
                .filter(id -> change.moves(id) || change.isNew(id))
                .toList());
        journal.append(runNo, entries);
    }

    private JournalEntry withdrawal(String id, PlaceChanges<RoomInventoried> change) {
        StoredPlace before = Objects.requireNonNull(change.known().get(id));
        RoomInventoried room = PlaceType.ROOM.read(before, payloads);
        RoomWithdrawal reason = room.getClosed() == null ? RoomWithdrawal.GONE : RoomWithdrawal.CLOSED;
        return leaving(new RoomWithdrawn(id, before.epci(), reason, null));
    }

    /** A room that is new or different, after its leaving where it comes from elsewhere. */
    private static List<JournalEntry> arrival(RoomInventoried room, PlaceChanges<RoomInventoried> change) {
        String id = room.getRoomId();
        JournalEntry inventoried = JournalEntry.room(id, room.getEpci(), room);
        if (!change.moves(id)) {
            return List.of(inventoried);
        }
        String before = Objects.requireNonNull(change.known().get(id)).epci();
        return List.of(leaving(new RoomWithdrawn(id, before, RoomWithdrawal.MOVED, room.getEpci())), inventoried);
    }

    private static JournalEntry leaving(RoomWithdrawn withdrawn) {
        return JournalEntry.room(withdrawn.getRoomId(), withdrawn.getEpci(), withdrawn);
    }
}
