package fr.passerelle.published.dataset;

import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A month of an EPCI, room by room, and what of it is kept back. Numbers that add up are kept back together, over the rooms of one EPCI and
 * month and nothing else: so what is published of a month does not change when other months come. It does when the month itself changes,
 * by a register that is late or corrected: then two runs side by side may give a number away (decision 21).
 *
 * @param figures by room
 */
record EpciMonth(String epci, YearMonth month, List<Figure> figures, Secrecy presences, Secrecy scolaires) {

    /** A room in that month. */
    record Figure(RoomInventoried room, RoomMonth month) {}

    private record Key(String epci, YearMonth month) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byEpci = epci.compareTo(other.epci);
            return byEpci == 0 ? month.compareTo(other.month) : byEpci;
        }
    }

    /** All months of all EPCIs that the log knows anything of until the run's as-of, by EPCI then month. */
    static List<EpciMonth> of(DatasetSource situation) {
        SortedMap<Key, List<Figure>> months = new TreeMap<>();
        situation
                .known()
                .rooms()
                .forEach(room -> RoomMonth.of(situation.known().facts(room), situation.asOf())
                        .forEach(month -> months.computeIfAbsent(
                                        new Key(room.getEpci(), month.month()), key -> new ArrayList<>())
                                .add(new Figure(room, month))));
        return months.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), situation.published()))
                .toList();
    }

    private static EpciMonth of(Key key, List<Figure> figures, boolean published) {
        return new EpciMonth(
                key.epci(),
                key.month(),
                figures,
                secrecy(figures, RoomMonth::presences, published),
                secrecy(figures, RoomMonth::scolaires, published));
    }

    private static Secrecy secrecy(
            List<Figure> figures, Function<RoomMonth, @Nullable Long> number, boolean published) {
        List<@Nullable Long> numbers = new ArrayList<>();
        figures.forEach(figure -> numbers.add(number.apply(figure.month())));
        return published ? Secrecy.over(numbers) : Secrecy.NONE;
    }

    /** The sum of what is known; null where nothing is. */
    @Nullable
    Long sum(Function<RoomMonth, @Nullable Long> number) {
        List<Long> known = figures.stream()
                .map(figure -> number.apply(figure.month()))
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? null
                : (Long) known.stream().mapToLong(Long::longValue).sum();
    }

    long count(RoomMonth.State state) {
        return figures.stream()
                .filter(figure -> figure.month().state() == state)
                .count();
    }
}
