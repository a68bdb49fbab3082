package fr.passerelle.batch.room;

import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.journal.Journal;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.Rooms;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Imports the inventory of rooms, a snapshot, in one transaction of the caller's.
 *
 * <p>A room that is no longer in it is withdrawn: CLOSED when it had said its closing day, else GONE. A room whose EPCI changed leaves
 * the one (MOVED) and arrives in the other with all its months, which the run tells later; so does, with or without a file, a room whose
 * commune the facts now have in another EPCI. The attendance of a withdrawn room stays in the state, although its readers forget it with the room:
 * should the room come back, it arrives with its months in the same way.
 */
public final class RoomInventory extends PlaceFile<RoomInventoried> {

    private final DueMonths months;

    /** @param maxWithdrawal greatest share of the known rooms that an inventory may withdraw, percent; moves do not count */
    public RoomInventory(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, int maxWithdrawal) {
        super(dataSource, journal, records, facts, kind(facts), maxWithdrawal);
        this.months = new DueMonths(dataSource);
    }

    private static Kind<RoomInventoried> kind(ReferenceFacts facts) {
        return new Kind<>(
                RoomInventoried.class,
                "room",
                "site",
                RoomInventoried::getInsee,
                RoomInventoried::getEpci,
                (room, known) -> RoomInventoried.newBuilder(room)
                        .setInsee(known.commune().getInsee())
                        .setEpci(known.epci())
                        .build(),
                TableSchema.SALLES,
                Rooms.ID,
                "Un site connu a cet identifiant : donnez-en un autre à la salle, ou retirez d'abord le site si"
                        + " c'est elle.",
                new Rooms(facts)::resolve,
                "salles connues",
                0);
    }

    @Override
    RoomWithdrawn leaving(String id, StoredPlace before, @Nullable String to) {
        RoomWithdrawal why = to != null
                ? RoomWithdrawal.MOVED
                : read(before).getClosed() == null ? RoomWithdrawal.GONE : RoomWithdrawal.CLOSED;
        return new RoomWithdrawn(id, before.epci(), why, to);
    }

    @Override
    void arrive(List<String> ids) {
        months.arrived(ids);
    }
}
