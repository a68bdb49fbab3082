package fr.passerelle.batch.room;

import fr.passerelle.batch.source.Snapshot;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an inventory changes to what is known.
 *
 * @param put rooms that are new or different, by id
 * @param encoded what the state will hold of them
 * @param gone rooms that are no longer in the inventory; one that is there in a refused row is not gone, and where a refused row does not
 *     even say its room, none is
 */
record InventoryChange(
        Map<String, RoomInventoried> put,
        Map<String, KnownRoom> encoded,
        List<String> gone,
        Map<String, KnownRoom> known,
        Snapshot<RoomInventoried> inventory) {

    static InventoryChange between(Map<String, KnownRoom> known, Snapshot<RoomInventoried> inventory, Records records) {
        Map<String, RoomInventoried> put = new TreeMap<>();
        Map<String, KnownRoom> encoded = new TreeMap<>();
        inventory.values().forEach((id, room) -> {
            byte[] now = records.encode(room);
            KnownRoom before = known.get(id);
            if (before == null || !Arrays.equals(before.payload(), now)) {
                put.put(id, room);
                encoded.put(id, new KnownRoom(room.getEpci(), now));
            }
        });
        List<String> gone =
                known.keySet().stream().filter(id -> !inventory.mayHold(id)).toList();
        return new InventoryChange(put, encoded, gone, known, inventory);
    }

    boolean isNew(String id) {
        return !known.containsKey(id);
    }

    boolean moves(String id) {
        KnownRoom before = known.get(id);
        RoomInventoried now = put.get(id);
        return before != null && now != null && !before.epci().equals(now.getEpci());
    }
}
