package fr.passerelle.cli.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The hash of a run from its records, its barème and its month alone: no database, no topic, nothing that was published. */
public final class Recomputation {

    private record Key(ResultHash.Type type, String id) {}

    /** The order in which the hash takes results. */
    private static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(
                    key -> key.type().name())
            .thenComparing((a, b) -> Arrays.compareUnsigned(a.id().getBytes(UTF_8), b.id().getBytes(UTF_8)));

    private final LogFold log = new LogFold();
    private final Records records = new Records();

    /** Takes the next record of the log. */
    public void take(SpecificRecord record) {
        log.take(record);
    }

    /** What the run that closed here publishes. */
    public String hash(Bareme bareme, YearMonth asOf) {
        SortedMap<Key, byte[]> results = new TreeMap<>(ORDER);
        log.epcis().forEach((siren, epci) -> {
            if (epci.hasRooms()) {
                EpciResults.of(epci.facts(siren), asOf, bareme)
                        .forEach((type, id, result) -> results.put(new Key(type, id), records.encode(result)));
            }
        });
        ResultHash hash = new ResultHash();
        results.forEach((key, payload) -> hash.add(key.type(), key.id(), payload));
        return hash.of(bareme.sha256(), asOf.toString());
    }
}
