package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    void describe(EpciDescribed epci) {
        described = epci;
    }

    void put(RoomInventoried room) {
        rooms.put(room.getRoomId(), room);
    }

    void forgetRoom(String id) {
        rooms.remove(id);
        months.remove(id);
    }

    void put(MonthReported month) {
        months.computeIfAbsent(month.getRoomId(), id -> new RoomMonths()).put(month);
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

    /** The rooms of its inventory, by identifier. */
    public Collection<RoomInventoried> rooms() {
        return Collections.unmodifiableCollection(rooms.values());
    }

    /** Its other sites, by identifier. */
    public Collection<SiteDescribed> sites() {
        return Collections.unmodifiableCollection(sites.values());
    }

    /** A room of its with all that is known of its attendance. */
    public RoomFacts facts(RoomInventoried room) {
        return new RoomFacts(
                room, months.getOrDefault(room.getRoomId(), new RoomMonths()).register());
    }

    /** Whether it has a room. */
    public boolean hasRooms() {
        return !rooms.isEmpty();
    }

    /** All that the rules look at of it. */
    public EpciFacts facts(String siren) {
        return new EpciFacts(
                siren,
                described,
                rooms.values().stream().map(this::facts).toList(),
                List.copyOf(sites.values()),
                List.copyOf(decisions));
    }
}
