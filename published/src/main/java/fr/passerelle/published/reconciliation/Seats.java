package fr.passerelle.published.reconciliation;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * At most one tiers lieu proposed an EPCI. A plan has one seat at most: so the rooms that conversions make a tiers lieu have to be the seat
 * of their EPCI's plan, none where that seat is a site, where there is none, and where the EPCI has to choose.
 */
final class Seats {

    private final Map<String, List<String>> converted = new TreeMap<>();
    private final Map<String, List<String>> planned = new TreeMap<>();
    private final List<String> seatsToChoose = new ArrayList<>();

    void take(Conversion conversion) {
        if (conversion.getKind() == ConversionKind.TIERS_LIEU) {
            add(converted, conversion.getEpci(), conversion.getRoomId());
        }
    }

    void take(Plan plan) {
        Siege seat = plan.getSiege();
        if (seat != null && seat.getKind() == SiegeKind.SALLE) {
            add(planned, plan.getEpci(), seat.getId());
        }
        if (seat != null && !plan.getExAequo().isEmpty()) {
            seatsToChoose.add("EPCI " + plan.getEpci() + " : un tiers lieu proposé, et des lieux à départager");
        }
    }

    /** The gaps, in French, by EPCI; none where all agree. */
    List<String> gaps() {
        TreeSet<String> all = new TreeSet<>(converted.keySet());
        all.addAll(planned.keySet());
        List<String> gaps = new ArrayList<>();
        for (String epci : all) {
            List<String> here =
                    converted.getOrDefault(epci, List.of()).stream().sorted().toList();
            List<String> there = planned.getOrDefault(epci, List.of());
            if (!here.equals(there)) {
                gaps.add("EPCI " + epci + " : salles proposées comme tiers lieu " + here + ", siège du plan " + there);
            }
        }
        gaps.addAll(seatsToChoose);
        return gaps;
    }

    private static void add(Map<String, List<String>> seats, String epci, String room) {
        seats.computeIfAbsent(epci, e -> new ArrayList<>()).add(room);
    }
}
