package fr.passerelle.published.difference;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How people name the EPCIs, rooms, sites and public places that proposals are about: those of before name what is gone since.
 *
 * @param all by SIREN, identifier, or {@code commune:INSEE} for a host without one
 */
public record ProposalNames(Map<String, String> all) {

    /** Those of some sets of proposals; the later ones name last. */
    public static ProposalNames of(Proposals... sides) {
        ProposalNames names = new ProposalNames(new TreeMap<>());
        for (Proposals side : sides) {
            side.plans().values().forEach(names::add);
            side.conversions().values().stream()
                    .map(Conversion::getHost)
                    .filter(Objects::nonNull)
                    .forEach(host -> names.all.put(key(host), host.getName()));
        }
        return names;
    }

    /** The name of an EPCI. */
    String epci(String siren) {
        return all.getOrDefault(siren, "Salles sans intercommunalité");
    }

    /** The name of a place, else its identifier. */
    String of(String id) {
        return all.getOrDefault(id, id);
    }

    private void add(Plan plan) {
        all.put(plan.getEpci(), plan.getName());
        plan.getCandidates()
                .forEach(one -> all.put(one.getSiege().getId(), one.getSiege().getName()));
        plan.getRooms().forEach(room -> all.put(room.getRoomId(), room.getName()));
    }

    private static String key(Host host) {
        return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
    }
}
