package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fold of the log: what its data records, taken in their order, say of each EPCI. A room or a site that moves leaves one EPCI and arrives
 * in another, in whichever order. Memory grows with rooms and months, not with records.
 */
public final class LogFold {

    /** The records that it takes, those of attendance left out. */
    public static final List<Schema> FACTS = List.of(
            EpciDescribed.SCHEMA$,
            RoomInventoried.SCHEMA$,
            RoomWithdrawn.SCHEMA$,
            SiteDescribed.SCHEMA$,
            SiteWithdrawn.SCHEMA$,
            DecisionRecorded.SCHEMA$);

    /** All records that it takes. */
    public static final List<Schema> ALL =
            Stream.concat(FACTS.stream(), Stream.of(MonthReported.SCHEMA$)).toList();

    private final SortedMap<String, EpciMemory> epcis = new TreeMap<>();
    private final LinkedHashMap<String, EpciDescribed> described = new LinkedHashMap<>();
    private final List<DecisionRecorded> decisions = new ArrayList<>();

    /** Takes the next record; what is no data record changes nothing. */
    public void take(@Nullable SpecificRecord record) {
        switch (record) {
            case EpciDescribed it -> {
                of(it.getEpci()).described = it;
                described.putLast(it.getEpci(), it);
            }
            case RoomInventoried it -> of(it.getEpci()).rooms.put(it.getRoomId(), it);
            case RoomWithdrawn it -> {
                of(it.getEpci()).rooms.remove(it.getRoomId());
                of(it.getEpci()).months.remove(it.getRoomId());
            }
            case SiteDescribed it -> of(it.getEpci()).sites.put(it.getSiteId(), it);
            case SiteWithdrawn it -> of(it.getEpci()).sites.remove(it.getSiteId());
            case MonthReported it -> of(it.getEpci()).put(it);
            case DecisionRecorded it -> {
                of(it.getEpci()).decisions.add(it);
                decisions.add(it);
            }
            case null, default -> {}
        }
    }

    /** What it says of each EPCI, by SIREN; the rooms that have none are one of them. */
    public SortedMap<String, EpciMemory> epcis() {
        return Collections.unmodifiableSortedMap(epcis);
    }

    /** Each EPCI as it was described last, in the order in which these reached the log. */
    public Collection<EpciDescribed> described() {
        return Collections.unmodifiableCollection(described.values());
    }

    /** In the order in which they reached the log. */
    public List<DecisionRecorded> decisions() {
        return Collections.unmodifiableList(decisions);
    }

    private EpciMemory of(String siren) {
        return epcis.computeIfAbsent(siren, key -> new EpciMemory());
    }

    /** What the log says of one EPCI. Months live as long as nobody withdraws their room, whether the inventory has it yet or not. */
    public static final class EpciMemory {

        private final SortedMap<String, RoomInventoried> rooms = new TreeMap<>();

        /** By room, the latest of each of its months, in few bytes. */
        private final Map<String, SortedMap<String, byte[]>> months = new HashMap<>();

        private final SortedMap<String, SiteDescribed> sites = new TreeMap<>();
        private final List<DecisionRecorded> decisions = new ArrayList<>();
        private @Nullable EpciDescribed described;

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
                    room,
                    RoomRegister.of(
                            months.getOrDefault(room.getRoomId(), Collections.emptySortedMap()).values().stream()
                                    .map(RoomRegister::fromBytes)
                                    .toList()));
        }

        /** Takes a month in the place of what was known of it; one without lines takes it back. */
        private void put(MonthReported month) {
            SortedMap<String, byte[]> known = months.computeIfAbsent(month.getRoomId(), room -> new TreeMap<>());
            if (month.getLines().isEmpty()) {
                known.remove(month.getMonth());
            } else {
                known.put(month.getMonth(), RoomRegister.of(month).toBytes());
            }
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
}
