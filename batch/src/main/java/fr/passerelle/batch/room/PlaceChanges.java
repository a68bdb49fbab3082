package fr.passerelle.batch.room;

import fr.passerelle.sources.Snapshot;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a run changes to the rooms, or to the sites, that are known.
 *
 * @param put those that are new or different, by id
 * @param encoded what the state will hold of them
 * @param gone those that are no longer in the file; one that is there in a refused row is not gone, and where a refused row does not even
 *     say what it is about, none is
 * @param known what the state holds
 * @param file what the file says
 */
record PlaceChanges<T extends SpecificRecord>(
        Map<String, T> put,
        Map<String, StoredPlace> encoded,
        List<String> gone,
        Map<String, StoredPlace> known,
        Snapshot<T> file) {

    boolean isNew(String id) {
        return !known.containsKey(id);
    }

    boolean moves(String id) {
        StoredPlace before = known.get(id);
        StoredPlace now = encoded.get(id);
        return before != null && now != null && !before.epci().equals(now.epci());
    }

    /** How many of the file's rows are new or different: what only followed its commune is none of them. */
    long accepted() {
        return put.keySet().stream().filter(file.values()::containsKey).count();
    }
}
