package fr.passerelle.published.dataset;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.NeedsReported;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the diagnostics, and what public exports show of it from the first published run on: each count by itself, and no
 * sum (decisions 36 and 44).
 */
public final class PublicNeeds {

    /** The records that it takes. */
    public static final List<Schema> RECORDS = List.of(NeedsReported.SCHEMA$);

    private record Cell(String epci, Demande demande) {

        /** Whatever its count. */
        static Cell of(String epci, Demande demande) {
            return new Cell(epci, Demande.newBuilder(demande).setRequests(0).build());
        }
    }

    private final SortedMap<String, NeedsReported> needs = new TreeMap<>();
    private final Map<Cell, PublicCount> counts = new HashMap<>();

    /** Takes the next record of the log; what tells of no needs changes nothing. */
    public void take(SpecificRecord record) {
        if (record instanceof NeedsReported it) {
            needs.put(it.getEpci(), it);
        }
    }

    /** A run is published with what was taken until here. */
    public void publish() {
        needs.values().forEach(it -> it.getDemandes().forEach(demande -> shown(it.getEpci(), demande)));
    }

    /** What is known of each EPCI, by SIREN. */
    Collection<NeedsReported> all() {
        return needs.values();
    }

    /** A count as the run shows it that was published last; null where it is kept back. */
    @Nullable
    Long shown(String epci, Demande demande) {
        return counts.computeIfAbsent(Cell.of(epci, demande), cell -> new PublicCount(NeedComparison.SMALLEST_PUBLIC))
                .next((long) demande.getRequests());
    }
}
