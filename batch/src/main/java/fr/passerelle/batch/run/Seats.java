package fr.passerelle.batch.run;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * At most one tiers lieu proposed an EPCI. A plan has one seat at most: so the rooms that conversions make a tiers lieu have to be the seat
 * of their EPCI's plan, none where that seat is a site, where there is none, and where the EPCI has to choose.
 */
final class Seats {

    private Seats() {}

    /** The gaps, in French, by EPCI; none where all agree. */
    static List<String> gaps(List<Conversion> conversions, List<Plan> plans) {
        Map<String, List<String>> converted = converted(conversions);
        Map<String, List<String>> planned = planned(plans);
        TreeSet<String> all = new TreeSet<>(converted.keySet());
        all.addAll(planned.keySet());
        List<String> gaps = new ArrayList<>();
        for (String epci : all) {
            List<String> here = converted.getOrDefault(epci, List.of());
            List<String> there = planned.getOrDefault(epci, List.of());
            if (!here.equals(there)) {
                gaps.add("EPCI " + epci + " : salles proposées comme tiers lieu " + here + ", siège du plan " + there);
            }
        }
        plans.stream()
                .filter(plan -> plan.getSiege() != null && !plan.getExAequo().isEmpty())
                .forEach(plan ->
                        gaps.add("EPCI " + plan.getEpci() + " : un tiers lieu proposé, et des lieux à départager"));
        return gaps;
    }

    private static Map<String, List<String>> converted(List<Conversion> conversions) {
        return conversions.stream()
                .filter(conversion -> conversion.getKind() == ConversionKind.TIERS_LIEU)
                .sorted(Comparator.comparing(Conversion::getRoomId))
                .collect(Collectors.groupingBy(
                        Conversion::getEpci,
                        TreeMap::new,
                        Collectors.mapping(Conversion::getRoomId, Collectors.toList())));
    }

    /** Seats that are rooms. */
    private static Map<String, List<String>> planned(List<Plan> plans) {
        return plans.stream()
                .filter(plan -> plan.getSiege() != null && plan.getSiege().getKind() == SiegeKind.SALLE)
                .collect(Collectors.groupingBy(
                        Plan::getEpci,
                        TreeMap::new,
                        Collectors.mapping(plan -> plan.getSiege().getId(), Collectors.toList())));
    }
}
