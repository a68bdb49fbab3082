package fr.passerelle.dataset;

import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.rules.frequentation.LogFold.EpciMemory;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.Arrays;
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
final class PublicCounts {

    /**
     * A number of people as it is made public by one run after the other. One from 1 to a threshold less one is never shown. One that is nearer
     * than the threshold to what was shown before is shown as the nearest of that, so that two that were ever shown are equal or that far
     * apart. Zero is no secret: it is nobody.
     */
    static final class PublicCount {

        /** Fewer people than this are not shown, be it as the difference of two numbers: a choice of this project. */
        static final long THRESHOLD = 11;

        private final long threshold;

        /** Ascending. */
        private long[] shown = {};

        /** Of attendance. */
        PublicCount() {
            this(THRESHOLD);
        }

        /** @param threshold fewer than these are not shown */
        PublicCount(long threshold) {
            this.threshold = threshold;
        }

        /** What the next run shows, null where it is unknown or kept back. Asked again for the same number, it answers the same. */
        @Nullable
        Long next(@Nullable Long count) {
            if (count == null || count > 0 && count < threshold) {
                return null;
            }
            return count == 0 ? count : (Long) stood(count);
        }

        private long stood(long count) {
            int place = Arrays.binarySearch(shown, count);
            if (place >= 0) {
                return count;
            }
            int above = -place - 1;
            boolean isBelow = above > 0 && (above == shown.length || count - shown[above - 1] <= shown[above] - count);
            int nearest = isBelow ? above - 1 : above;
            if (nearest < shown.length && Math.abs(count - shown[nearest]) < threshold) {
                return shown[nearest];
            }
            insert(above, count);
            return count;
        }

        private void insert(int place, long count) {
            long[] more = Arrays.copyOf(shown, shown.length + 1);
            System.arraycopy(shown, place, more, place + 1, shown.length - place);
            more[place] = count;
            shown = more;
        }
    }

    private record Key(String room, YearMonth month) {}

    private record CountPair(PublicCount presences, PublicCount scolaires) {}

    private final LogFold log;
    private final Set<String> changed = new HashSet<>();
    private final Map<Key, CountPair> counts = new HashMap<>();
    private @Nullable YearMonth last;

    /** @param log what is known, into which the records go that are taken here */
    PublicCounts(LogFold log) {
        this.log = log;
    }

    /** Takes the next record of the log. */
    void take(SpecificRecord record) {
        log.take(record);
        switch (record) {
            case MonthReported it -> changed.add(it.getRoomId());
            case RoomInventoried it -> changed.add(it.getRoomId());
            default -> {}
        }
    }

    /** A run is published with what was taken until here. A room of which nothing new was said shows what it did. */
    void publish(YearMonth asOf) {
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
