package fr.passerelle.envelope.implantation;

import java.util.List;
import java.util.SortedMap;

/**
 * An answer: where the stops of each EPCI would stand.
 *
 * @param bySiren hosts of each area, in their order
 */
public record StopSelection(SortedMap<String, List<StopHost>> bySiren) {

    /** Those of one; none where it says nothing of it. */
    public List<StopHost> of(StopArea area) {
        return bySiren.getOrDefault(area.siren(), List.of());
    }

    /** Stops over all areas. */
    public int stops() {
        return bySiren.values().stream().mapToInt(List::size).sum();
    }
}
