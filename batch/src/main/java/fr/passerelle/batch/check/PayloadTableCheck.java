package fr.passerelle.batch.check;

import fr.passerelle.journal.JournalRow;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table of the state whose rows are payloads, as the journal gives it, to be held against the table. */
public final class PayloadTableCheck {

    private final String table;
    private final String id;
    private final SortedMap<String, Place> places = new TreeMap<>();

    /** A row, and the EPCI that it is of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Place(String epci, byte[] payload, long fingerprint) {}

    /** Nothing is known yet of a table, one of ours by its name and that of its key. */
    public PayloadTableCheck(String table, String id) {
        this.table = table;
        this.id = id;
    }

    /** Takes a place as a row of the journal says it. */
    public void put(String key, String epci, JournalRow row) {
        places.put(key, new Place(epci, row.payload(), row.fingerprint()));
    }

    /** Forgets a place that leaves an EPCI; answers whether it was there. */
    public boolean leave(String key, String epci) {
        Place place = places.get(key);
        return place != null && place.epci().equals(epci) && places.remove(key, place);
    }

    public int size() {
        return places.size();
    }

    /** Compares with the table, by key. */
    public void compare(JdbcClient jdbc, Findings findings) {
        SortedMap<String, Place> found = new TreeMap<>();
        RowCallbackHandler add =
                row -> found.put(row.getString(1), new Place(row.getString(2), row.getBytes(3), row.getLong(4)));
        jdbc.sql("select " + id + ", epci, payload, schema_fingerprint from passerelle." + table)
                .query(add);
        TreeSet<String> keys = new TreeSet<>(places.keySet());
        keys.addAll(found.keySet());
        keys.forEach(key -> compare(key, places.get(key), found.get(key), findings));
    }

    private void compare(String key, @Nullable Place expected, @Nullable Place found, Findings findings) {
        String what = "table " + table + ", " + key + " : ";
        if (expected == null) {
            findings.add(what + "ligne en trop, le journal ne la connaît pas");
        } else if (found == null) {
            findings.add(what + "ligne absente");
        } else if (!Arrays.equals(expected.payload(), found.payload())) {
            findings.add(what + "colonne payload, " + Difference.ofBytes(expected.payload(), found.payload()));
        } else if (expected.fingerprint() != found.fingerprint()) {
            findings.add(what + "colonne schema_fingerprint : attendu " + expected.fingerprint() + ", trouvé "
                    + found.fingerprint());
        } else if (!expected.epci().equals(found.epci())) {
            findings.add(what + "colonne epci : attendu " + expected.epci() + ", trouvé " + found.epci());
        }
    }
}
