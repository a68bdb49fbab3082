package fr.passerelle.console.figure;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The region, or the EPCIs of which most inhabitants live in one département.
 *
 * @param departement null for the region
 * @param epcis what it holds, by SIREN, those without a room too
 * @param plans theirs, by name
 * @param crossings EPCIs that have a part in it and another elsewhere, by name; none for the region
 */
public record SynthesisArea(
        @Nullable Departement departement, Set<String> epcis, List<Plan> plans, List<Crossing> crossings) {

    /**
     * An EPCI of two départements or more.
     *
     * @param counted where it counts whole: where most of its inhabitants live
     * @param parts where its communes are, by code
     */
    public record Crossing(String name, Departement counted, SortedSet<Departement> parts) {}

    /** The whole region. */
    public static SynthesisArea region(PublishedResults published) {
        Set<String> all = published.epcis().keySet();
        return new SynthesisArea(null, all, plans(published.proposals().plans().values()), List.of());
    }

    /** Those where an EPCI with a plan counts, by code. */
    public static SortedSet<Departement> departements(PublishedResults published) {
        return published.epcis().values().stream()
                .filter(epci -> published.proposals().plans().containsKey(epci.getEpci()))
                .map(Departement::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A département. */
    public static SynthesisArea of(Departement departement, PublishedResults published) {
        Set<String> epcis = published.epcis().values().stream()
                .filter(epci -> Departement.of(epci).equals(departement))
                .map(EpciDescribed::getEpci)
                .collect(Collectors.toCollection(TreeSet::new));
        return new SynthesisArea(
                departement,
                epcis,
                plans(published.proposals().plans().values().stream()
                        .filter(plan -> epcis.contains(plan.getEpci()))
                        .toList()),
                crossings(departement, published));
    }

    private static List<Plan> plans(Collection<Plan> plans) {
        return plans.stream().sorted(NameOrder.by(Plan::getName, Plan::getEpci)).toList();
    }

    private static List<Crossing> crossings(Departement departement, PublishedResults published) {
        return published.epcis().values().stream()
                .sorted(NameOrder.by(EpciDescribed::getName, EpciDescribed::getEpci))
                .map(epci -> new Crossing(epci.getName(), Departement.of(epci), Departement.all(epci)))
                .filter(epci -> epci.parts().size() > 1 && epci.parts().contains(departement))
                .toList();
    }
}
