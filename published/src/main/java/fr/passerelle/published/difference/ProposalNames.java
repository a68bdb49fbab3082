package fr.passerelle.published.difference;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.util.Map;
import java.util.TreeMap;

/**
 * How people name what proposals are about.
 *
 * @param epcis by SIREN
 * @param places rooms, sites and public places, by identifier
 */
record ProposalNames(Map<String, String> epcis, Map<String, String> places) {

    static ProposalNames of(Proposals before, Proposals after) {
        ProposalNames names = new ProposalNames(new TreeMap<>(), new TreeMap<>());
        names.add(before);
        names.add(after);
        return names;
    }

    /** All names, by SIREN or identifier. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(epcis);
        all.putAll(places);
        return all;
    }

    /** The name of an EPCI. */
    String epci(String siren) {
        return epcis.getOrDefault(siren, "Salles sans intercommunalité");
    }

    /** The name of a place, else its identifier. */
    String of(String id) {
        return places.getOrDefault(id, id);
    }

    private void add(Proposals all) {
        all.plans().values().forEach(this::add);
        all.conversions().values().forEach(conversion -> {
            Host host = conversion.getHost();
            if (host != null && host.getId() != null) {
                places.put(host.getId(), host.getName());
            }
        });
    }

    private void add(Plan plan) {
        epcis.put(plan.getEpci(), plan.getName());
        plan.getCandidates().stream().map(Concurrent::getSiege).forEach(this::add);
        for (PlanRoom room : plan.getRooms()) {
            places.put(room.getRoomId(), room.getName());
        }
    }

    private void add(Siege siege) {
        places.put(siege.getId(), siege.getName());
    }
}
