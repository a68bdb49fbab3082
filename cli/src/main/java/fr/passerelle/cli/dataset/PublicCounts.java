package fr.passerelle.cli.dataset;

import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.rules.frequentation.LogFold.EpciMemory;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What public exports show of attendance, from the first published run on: each number of each month of each room by itself, whichever EPCI
 * the room is in, and sums over what is shown. So an export of a run is a function of the log up to it, and what is shown of one run less
 * what is shown of another is nobody, or enough people (decision 36).
 */
public final class PublicCounts {

    private record Key(String room, YearMonth month) {}

    private record CountPair(PublicCount presences, PublicCount scolaires) {}

    private final LogFold log;
    private final Set<String> changed = new HashSet<>();
    private final Map<Key, CountPair> counts = new HashMap<>();
    private @Nullable YearMonth last;

    /** @param log what is known, into which the records go that are taken here */
    public PublicCounts(LogFold log) {
        this.log = log;
    }

    /** Takes the next record of the log. */
    public void take(SpecificRecord record) {
        log.take(record);
        switch (record) {
            case MonthReported it -> changed.add(it.getRoomId());
            case RoomInventoried it -> changed.add(it.getRoomId());
            default -> {}
        }
    }

    /** A run is published with what was taken until here. A room of which nothing new was said shows what it did. */
    public void publish(YearMonth asOf) {
        boolean all = !asOf.equals(last);
        for (EpciMemory epci : log.epcis().values()) {
            epci.rooms().stream()
                    .filter(room -> all || changed.contains(room.getRoomId()))
                    .forEach(room -> publish(epci.facts(room), asOf));
        }
        changed.clear();
        last = asOf;
    }

    private void publish(RoomFacts facts, YearMonth asOf) {
        RoomMonth.of(facts, asOf).forEach(month -> shown(facts.room().getRoomId(), month));
    }

    /** A month of a room as the run shows it that was published last. */
    RoomMonth shown(String room, RoomMonth month) {
        CountPair both = counts.computeIfAbsent(
                new Key(room, month.month()), key -> new CountPair(new PublicCount(), new PublicCount()));
        return month.counting(
                both.presences().next(month.presences()), both.scolaires().next(month.scolaires()));
    }
}
