package fr.passerelle.batch.room;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.Facts;
import fr.passerelle.sources.territory.Resolution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Compares what is known with a file. A place that the file does not tell of anew, since there is no file or its row was refused, stays as
 * it is known, but follows its commune where the facts have it in another EPCI: a merger moves all that stands on its ground.
 */
final class Comparison<T extends SpecificRecord> {

    private final Kind<T> kind;
    private final Facts facts;
    private final Records records;

    Comparison(Kind<T> kind, Facts facts, Records records) {
        this.kind = kind;
        this.facts = facts;
        this.records = records;
    }

    Change<T> between(Map<String, Known> known, Snapshot<T> file) {
        Map<String, T> put = new TreeMap<>();
        Map<String, Known> encoded = new TreeMap<>();
        held(known, file).forEach((id, place) -> compare(id, place, known, put, encoded));
        file.values().forEach((id, place) -> compare(id, place, known, put, encoded));
        List<String> gone =
                known.keySet().stream().filter(id -> !file.mayHold(id)).toList();
        return new Change<>(put, encoded, gone, known, file);
    }

    private void compare(String id, T place, Map<String, Known> known, Map<String, T> put, Map<String, Known> encoded) {
        byte[] now = records.encode(place);
        Known before = known.get(id);
        if (before == null || !Arrays.equals(before.payload(), now)) {
            put.put(id, place);
            encoded.put(id, new Known(kind.epci().apply(place), now));
        }
    }

    /** Where the places that stay as they are known stand now. */
    private Map<String, T> held(Map<String, Known> known, Snapshot<T> file) {
        Map<String, T> held = new TreeMap<>();
        known.forEach((id, place) -> {
            if (file.mayHold(id) && !file.values().containsKey(id)) {
                held.put(id, followed(kind.decode(place, records)));
            }
        });
        return held;
    }

    /** Where the facts do not know its commune any more, nothing says that it moved. */
    private T followed(T place) {
        return facts.resolve(kind.insee().apply(place)) instanceof Resolution.Known(var commune, String epci)
                ? kind.at().of(place, commune.getInsee(), epci)
                : place;
    }
}
