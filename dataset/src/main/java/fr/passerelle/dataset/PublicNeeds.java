package fr.passerelle.dataset;

import fr.passerelle.dataset.PublicCounts.PublicCount;
import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.NeedComparison.Objet;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.NeedsReported;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the diagnostics, and what public exports show of it from the first published run on: the count of what one group
 * asked for in one place by itself, over all days, spellings and sources, and no other sum (decisions 36 and 44). No word of it was
 * typed freely.
 */
final class PublicNeeds {

    /** What was asked for in an EPCI, and how often as an export says it; null where the number is kept back. */
    record NeedCount(String epci, Demande demande, @Nullable Long requests) {

        static NeedCount of(String epci, Demande demande) {
            return new NeedCount(epci, demande, (long) demande.getRequests());
        }

        NeedCount counting(@Nullable Long other) {
            return new NeedCount(epci, demande, other);
        }
    }

    /** The records that it takes. */
    static final List<Schema> RECORDS = List.of(NeedsReported.SCHEMA$);

    private record Cell(
            String epci,
            Demandeur demandeur,
            Objet objet,
            @Nullable String insee) {

        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::epci)
                .thenComparing(Cell::demandeur)
                .thenComparing(Cell::objet)
                .thenComparing(Cell::insee, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Cell of(NeedCount one) {
            Demande demande = one.demande();
            return new Cell(one.epci(), demande.getDemandeur(), Objet.of(demande), demande.getInsee());
        }
    }

    private final SortedMap<String, List<Demande>> needs = new TreeMap<>();
    private final Map<Cell, PublicCount> counts = new HashMap<>();

    /** Takes the next record of the log; what tells of no needs changes nothing. */
    void take(SpecificRecord record) {
        if (record instanceof NeedsReported it) {
            needs.put(it.getEpci(), it.getDemandes());
        }
    }

    /** A run is published with what was taken until here. */
    void publish() {
        cells().forEach(this::shown);
    }

    /** Each request as it was told, by SIREN. */
    List<NeedCount> told() {
        return needs.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(demande -> NeedCount.of(it.getKey(), demande)))
                .toList();
    }

    /** What the run shows that was published last; of requests that are summed, the first one. */
    List<NeedCount> shown() {
        return cells().entrySet().stream()
                .map(cell -> cell.getValue().getFirst().counting(shown(cell.getKey(), cell.getValue())))
                .toList();
    }

    private SortedMap<Cell, List<NeedCount>> cells() {
        return told().stream()
                .collect(Collectors.groupingBy(Cell::of, () -> new TreeMap<>(Cell.ORDER), Collectors.toList()));
    }

    private @Nullable Long shown(Cell cell, Collection<NeedCount> summed) {
        long requests =
                summed.stream().mapToLong(one -> one.demande().getRequests()).sum();
        return counts.computeIfAbsent(cell, key -> new PublicCount(NeedComparison.SMALLEST_PUBLIC))
                .next(requests);
    }
}
