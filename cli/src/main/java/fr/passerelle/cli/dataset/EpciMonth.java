package fr.passerelle.cli.dataset;

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
 * A month of an EPCI, room by room, as the export shows it.
 *
 * @param figures by room
 */
record EpciMonth(String epci, YearMonth month, List<Figure> figures) {

    /**
     * A room in that month.
     *
     * @param secret whether a number of people is known and not shown
     */
    record Figure(RoomInventoried room, RoomMonth month, boolean secret) {

        static Figure of(RoomInventoried room, RoomMonth known, RoomMonth shown) {
            boolean presences = known.presences() != null && shown.presences() == null;
            boolean scolaires = known.scolaires() != null && shown.scolaires() == null;
            return new Figure(room, shown, presences || scolaires);
        }
    }

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
                                .add(Figure.of(room, month, situation.shown(room, month)))));
        return months.entrySet().stream()
                .map(entry ->
                        new EpciMonth(entry.getKey().epci(), entry.getKey().month(), entry.getValue()))
                .toList();
    }

    /** The sum of what is shown; null where nothing is. */
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

    /** Whether a number of people of one of its rooms is not shown: no sum has it. */
    boolean secret() {
        return figures.stream().anyMatch(Figure::secret);
    }

    long count(RoomMonth.State state) {
        return figures.stream()
                .filter(figure -> figure.month().state() == state)
                .count();
    }
}
