package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The days on which a room is open: from its opening until its closing, but those of a record that says FERME. */
final class OpenDays {

    private final LocalDate opened;
    private final LocalDate closed;
    private final NavigableMap<LocalDate, LocalDate> closures = new TreeMap<>();

    /** @param closures closed periods, in order of their first day */
    OpenDays(RoomInventoried room, SortedSet<Period> closures) {
        opened = room.getOpened() == null ? LocalDate.MIN : room.getOpened();
        closed = room.getClosed() == null ? LocalDate.MAX : room.getClosed();
        closures.forEach(this::close);
    }

    private void close(Period period) {
        Map.Entry<LocalDate, LocalDate> before = closures.lastEntry();
        if (before != null && !before.getValue().isBefore(period.start())) {
            closures.merge(before.getKey(), period.end(), BinaryOperator.maxBy(Comparator.naturalOrder()));
        } else {
            closures.put(period.start(), period.end());
        }
    }

    boolean in(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> closure = closures.floorEntry(day);
        return !day.isBefore(opened)
                && day.isBefore(closed)
                && (closure == null || closure.getValue().isBefore(day));
    }

    /** How many there are between two days, included. */
    int between(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.plusDays(1)).filter(this::in).count();
    }

    int in(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** On the last day of a month: from its opening (unknown: always) until its closing (unknown: for ever). Records that say FERME do not close a room for good. */
    public static boolean isOpenAt(RoomInventoried room, YearMonth asOf) {
        LocalDate day = asOf.atEndOfMonth();
        return (room.getOpened() == null || !room.getOpened().isAfter(day))
                && (room.getClosed() == null || room.getClosed().isAfter(day));
    }
}
