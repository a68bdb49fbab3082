package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the attendance of a room could have been, as records that an input could bring: one a month, in an activity of its own, so that
 * {@link RoomRegister#supposing} changes the figures of these months by exactly that.
 */
public final class SupposedAttendance {

    /** One record holds an int: figures that no room can have end there, and never in a fault. */
    private static final BigDecimal MOST_HELD = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final RoomWindow room;

    /** In the window of so many months that ends with the as-of. */
    public SupposedAttendance(RoomFacts facts, YearMonth asOf, int months) {
        this.room = RoomWindow.of(facts.room(), facts.register(), null, new Window(asOf, months));
    }

    /** Presences added to the latest month observed among the last twelve, nothing else being counted; empty where none is. */
    public Map<YearMonth, AttendanceCounts> adding(int presences) {
        return room.observedLastYear().reversed().stream()
                .findFirst()
                .map(latest -> Map.of(latest.month(), presences(presences)))
                .orElse(Map.of());
    }

    /**
     * Presences taken from the months observed among the last twelve, latest first, each emptied before the one before it. A month that
     * holds part of a longer record is left out: its share alone could not be corrected.
     *
     * @param presences up to {@link #mostToTake}
     */
    public Map<YearMonth, AttendanceCounts> taking(int presences) {
        Map<YearMonth, AttendanceCounts> taken = new LinkedHashMap<>();
        int left = presences;
        for (MonthFigures month : correctable()) {
            int here = (int) Math.min(left, month.total(Measure.PRESENCES));
            if (here > 0) {
                taken.put(month.month(), presences(-here));
                left -= here;
            }
        }
        return taken;
    }

    /** Presences that can be taken. */
    public long mostToTake() {
        return RoomWindow.total(correctable(), Measure.PRESENCES);
    }

    private List<MonthFigures> correctable() {
        return room.observedLastYear().reversed().stream()
                .filter(month -> !month.isSpread())
                .toList();
    }

    /** Months missing in the window, latest first. */
    public List<YearMonth> missing() {
        return room.missing().reversed().stream().map(MonthFigures::month).toList();
    }

    /** An ordinary month: the mean of each measure over the months observed that count it, rounded; empty where none is observed. */
    public Optional<AttendanceCounts> ordinaryMonth() {
        return room.observed().isEmpty()
                ? Optional.empty()
                : Optional.of(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setSessions(mean(Measure.SESSIONS))
                        .setSessionHoursHundredths(mean(Measure.SESSION_HOURS))
                        .setPresences(mean(Measure.PRESENCES))
                        .setPersonHoursHundredths(mean(Measure.PERSON_HOURS))
                        .build());
    }

    private @Nullable Integer mean(Measure measure) {
        List<MonthFigures> counted =
                room.observed().stream().filter(month -> month.counts(measure)).toList();
        return counted.isEmpty()
                ? null
                : (Integer) BigDecimal.valueOf(RoomWindow.total(counted, measure))
                        .divide(BigDecimal.valueOf(counted.size()), 0, RoundingMode.HALF_UP)
                        .min(MOST_HELD)
                        .intValueExact();
    }

    private static AttendanceCounts presences(int presences) {
        return AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setPresences(presences)
                .build();
    }
}
