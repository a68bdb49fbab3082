package fr.passerelle.batch.room;

import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Compares what is known with a file. A place that the file does not tell of anew, since there is no file or its row was refused, stays as
 * it is known, but follows its commune where the facts have it in another EPCI: a merger moves all that stands on its ground.
 */
final class PlaceComparison<T extends SpecificRecord> {

    private final PlaceType<T> kind;
    private final ReferenceFacts facts;
    private final Records records;
    private final PayloadReader payloads;

    PlaceComparison(PlaceType<T> kind, ReferenceFacts facts, Records records, PayloadReader payloads) {
        this.kind = kind;
        this.facts = facts;
        this.records = records;
        this.payloads = payloads;
    }

    PlaceChanges<T> between(Map<String, StoredPlace> known, Snapshot<T> file) {
        Map<String, T> put = new TreeMap<>();
        Map<String, StoredPlace> encoded = new TreeMap<>();
        held(known, file).forEach((id, place) -> compare(id, place, known, put, encoded));
        file.values().forEach((id, place) -> compare(id, place, known, put, encoded));
        List<String> gone =
                known.keySet().stream().filter(id -> !file.mayHold(id)).toList();
        return new PlaceChanges<>(put, encoded, gone, known, file);
    }

    private void compare(
            String id, T place, Map<String, StoredPlace> known, Map<String, T> put, Map<String, StoredPlace> encoded) {
        byte[] now = records.encode(place);
        StoredPlace before = known.get(id);
        if (before == null || !Arrays.equals(kind.today(before, payloads), now)) {
            put.put(id, place);
            encoded.put(id, new StoredPlace(kind.epci().apply(place), now, records.fingerprint(place)));
        }
    }

    /** Where the places that stay as they are known stand now. */
    private Map<String, T> held(Map<String, StoredPlace> known, Snapshot<T> file) {
        Map<String, T> held = new TreeMap<>();
        known.forEach((id, place) -> {
            if (file.mayHold(id) && !file.values().containsKey(id)) {
                held.put(id, followed(kind.read(place, payloads)));
            }
        });
        return held;
    }

    /** Where the facts do not know its commune any more, nothing says that it moved. */
    private T followed(T place) {
        return facts.resolve(kind.insee().apply(place))
                        instanceof ReferenceFacts.Resolution.Known(var commune, String epci)
                ? kind.at().of(place, commune.getInsee(), epci)
                : place;
    }
}
