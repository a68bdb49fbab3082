package fr.passerelle.events.stream;

import fr.passerelle.rules.frequentation.MonthTotals;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.MonthReported;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The attendance of each room of each EPCI, a value a month: what scoring needs of it, in the place of what was known of the month. */
final class MonthStore {

    private final KeyValueStore<String, byte[]> months;

    MonthStore(KeyValueStore<String, byte[]> months) {
        this.months = months;
    }

    void put(MonthReported month) {
        String key = prefix(month.getEpci(), month.getRoomId()) + month.getMonth();
        if (month.getLines().isEmpty()) {
            months.delete(key);
        } else {
            months.put(key, MonthTotals.of(month).toBytes());
        }
    }

    RoomRegister of(String epci, String room) {
        List<MonthTotals> known = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = all(epci, room)) {
            all.forEachRemaining(month -> known.add(MonthTotals.fromBytes(month.value)));
        }
        return new RoomRegister(known);
    }

    /** Forgets a room that leaves the EPCI. */
    void remove(String epci, String room) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = all(epci, room)) {
            all.forEachRemaining(month -> keys.add(month.key));
        }
        keys.forEach(months::delete);
    }

    private KeyValueIterator<String, byte[]> all(String epci, String room) {
        String prefix = prefix(epci, room);
        return months.range(prefix, KeyPrefix.after(prefix));
    }

    private static String prefix(String epci, String room) {
        return epci + ':' + room + ':';
    }
}
