package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log says of one EPCI. Months live as long as nobody withdraws their room, whether the inventory has it yet or not. */
public final class EpciMemory {

    private final SortedMap<String, RoomInventoried> rooms = new TreeMap<>();
    private final Map<String, RoomMonths> months = new HashMap<>();
    private final SortedMap<String, SiteDescribed> sites = new TreeMap<>();
    private final List<DecisionRecorded> decisions = new ArrayList<>();
    private @Nullable EpciDescribed described;

    public void describe(EpciDescribed epci) {
        described = epci;
    }

    public void put(RoomInventoried room) {
        rooms.put(room.getRoomId(), room);
    }

    public void forgetRoom(String id) {
        rooms.remove(id);
        months.remove(id);
    }

    public void put(MonthReported month) {
        months.computeIfAbsent(month.getRoomId(), id -> new RoomMonths()).put(month);
    }

    public void put(SiteDescribed site) {
        sites.put(site.getSiteId(), site);
    }

    public void forgetSite(String id) {
        sites.remove(id);
    }

    public void add(DecisionRecorded decision) {
        decisions.add(decision);
    }

    public boolean hasRooms() {
        return !rooms.isEmpty();
    }

    public EpciFacts facts(String siren) {
        List<RoomFacts> known = rooms.values().stream()
                .map(room -> new RoomFacts(
                        room,
                        months.getOrDefault(room.getRoomId(), new RoomMonths()).register()))
                .toList();
        return new EpciFacts(siren, described, known, List.copyOf(sites.values()), List.copyOf(decisions));
    }
}
