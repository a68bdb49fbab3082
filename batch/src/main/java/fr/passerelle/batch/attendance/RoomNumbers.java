package fr.passerelle.batch.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of rooms, each given once and for life. */
final class RoomNumbers {

    private static final String GIVE = """
        insert into passerelle.room_number (room_id)
        select room_id from passerelle.room order by room_id on conflict (room_id) do nothing\
        """;
    private static final String INVENTORIED =
            "select n.room_id, n.room_no from passerelle.room_number n join passerelle.room r on r.room_id = n.room_id";
    private static final String PLACES = """
        select n.room_no, n.room_id, r.epci from passerelle.room_number n
        left join passerelle.room r on r.room_id = n.room_id where n.room_no = any(:numbers)\
        """;

    private RoomNumbers() {}

    /**
     * A room.
     *
     * @param epci null where it is not in the inventory
     */
    record Place(String id, @Nullable String epci) {}

    /** Those of the rooms of the inventory, which get one if they have none. */
    static Map<String, Integer> inventoried(JdbcClient jdbc) {
        jdbc.sql(GIVE).update();
        Map<String, Integer> numbers = new HashMap<>();
        RowCallbackHandler add = row -> numbers.put(row.getString(1), row.getInt(2));
        jdbc.sql(INVENTORIED).query(add);
        return numbers;
    }

    /** The rooms of these numbers. */
    static Map<Integer, Place> places(JdbcClient jdbc, Collection<Integer> numbers) {
        Map<Integer, Place> places = new HashMap<>();
        RowCallbackHandler add = row -> places.put(row.getInt(1), new Place(row.getString(2), row.getString(3)));
        jdbc.sql(PLACES).param("numbers", numbers.toArray(Integer[]::new)).query(add);
        return places;
    }
}
