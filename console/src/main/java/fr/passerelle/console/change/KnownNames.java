package fr.passerelle.console.change;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What proposals call the EPCIs, rooms, sites and public places that they are about: those of before name what is gone since. */
public final class KnownNames {

    private static final String COMMUNE = "commune:";

    private KnownNames() {}

    /** By identifier; the later sets of proposals name last. */
    public static Map<String, String> in(Proposals... sides) {
        Map<String, String> names = new HashMap<>();
        for (Proposals side : sides) {
            side.plans().values().forEach(plan -> add(plan, names));
            side.conversions().values().stream()
                    .map(Conversion::getHost)
                    .filter(Objects::nonNull)
                    .forEach(host -> names.put(key(host), host.getName()));
        }
        return names;
    }

    private static void add(Plan plan, Map<String, String> names) {
        names.put(plan.getEpci(), plan.getName());
        plan.getRooms().forEach(room -> names.put(room.getRoomId(), room.getName()));
        plan.getCandidates()
                .forEach(one -> names.put(one.getSiege().getId(), one.getSiege().getName()));
    }

    private static String key(Host host) {
        return host.getId() == null ? COMMUNE + host.getInsee() : host.getId();
    }
}
