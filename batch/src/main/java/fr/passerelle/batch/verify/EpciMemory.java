package fr.passerelle.batch.verify;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log says of one EPCI. A register lives as long as nobody withdraws its room, whether the inventory has it yet or not. */
final class EpciMemory {

    private final SortedMap<String, RoomInventoried> rooms = new TreeMap<>();
    private final Map<String, RoomRegister> registers = new HashMap<>();
    private final SortedMap<String, SiteDescribed> sites = new TreeMap<>();
    private final List<DecisionRecorded> decisions = new ArrayList<>();
    private @Nullable EpciDescribed described;

    void describe(EpciDescribed epci) {
        described = epci;
    }

    void put(RoomInventoried room) {
        rooms.put(room.getRoomId(), room);
    }

    void forgetRoom(String id) {
        rooms.remove(id);
        registers.remove(id);
    }

    RoomRegister register(String room) {
        return registers.computeIfAbsent(room, id -> new RoomRegister());
    }

    void put(SiteDescribed site) {
        sites.put(site.getSiteId(), site);
    }

    void forgetSite(String id) {
        sites.remove(id);
    }

    void add(DecisionRecorded decision) {
        decisions.add(decision);
    }

    boolean hasRooms() {
        return !rooms.isEmpty();
    }

    EpciFacts facts(String siren) {
        List<RoomFacts> known = rooms.values().stream()
                .map(room -> new RoomFacts(room, registers.getOrDefault(room.getRoomId(), new RoomRegister())))
                .toList();
        return new EpciFacts(siren, described, known, List.copyOf(sites.values()), List.copyOf(decisions));
    }
}
