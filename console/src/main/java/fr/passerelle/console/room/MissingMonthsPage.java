package fr.passerelle.console.room;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.Frequentation;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the months that nobody returned: which to ask for, room by room, and when many were silent at once. */
@Controller
class MissingMonthsPage {

    private static final int SIZE = 100;

    private final CurrentResults current;
    private final RunCache<MissingMonths> missing = new RunCache<>(MissingMonths::of);

    MissingMonthsPage(CurrentResults current) {
        this.current = current;
    }

    record MissingMonthsView(MissingMonths missing, Slice<MissingMonths.Line> slice) {}

    @GetMapping("/salles/mois-manquants")
    ModelAndView show(@RequestParam(defaultValue = "1") String page) {
        MissingMonths all = missing.of(current.get());
        return new ModelAndView(
                "room/manquants", "page", new MissingMonthsView(all, Slice.of(all.rooms(), Slice.asked(page), SIZE)));
    }

    /**
     * The months that nobody returned, by room: a square a month, from the first that somebody misses to the month of the situation; rooms by EPCI,
     * then those that miss the most.
     */
    public record MissingMonths(List<Column> months, List<Line> rooms) {

        /** Pixels from one square to the next, and of its side. */
        private static final int STEP = 16;

        private static final int SIDE = 13;

        /** Shades from none to most. */
        private static final int SHADES = 4;

        /** A month (YYYY-MM), with a shade from 0, where no room misses it, to 4. */
        public record Column(String text, int x, int rooms, int shade) {

            /** Its year where it begins one; empty elsewhere. */
            public String year() {
                return text.endsWith("-01") ? text.substring(0, 4) : "";
            }
        }

        /** A room with the months that it misses (YYYY-MM), and their squares as the d of an SVG path. */
        public record Line(String epci, String name, String room, List<String> months, String squares) {}

        /** Of the rooms that have a score or ask for one. */
        public static MissingMonths of(PublishedResults published) {
            List<Frequentation> scores = published.proposals().scores().values().stream()
                    .filter(score -> !score.getMonthsMissing().isEmpty())
                    .toList();
            List<Column> months = months(scores, published.run().asOf());
            Map<String, Integer> places = months.stream().collect(Collectors.toMap(Column::text, Column::x));
            Comparator<Frequentation> mostFirst =
                    Comparator.comparingInt(score -> -score.getMonthsMissing().size());
            return new MissingMonths(
                    months,
                    scores.stream()
                            .sorted(NameOrder.<Frequentation>by(
                                            score -> published.epciName(score.getEpci()), Frequentation::getEpci)
                                    .thenComparing(mostFirst)
                                    .thenComparing(Frequentation::getRoomId))
                            .map(score -> line(score, places, published))
                            .toList());
        }

        private static List<Column> months(Collection<Frequentation> scores, String asOf) {
            SortedMap<String, Integer> rooms = scores.stream()
                    .flatMap(score -> score.getMonthsMissing().stream())
                    .collect(Collectors.toMap(Function.identity(), month -> 1, Integer::sum, TreeMap::new));
            if (rooms.isEmpty()) {
                return List.of();
            }
            int most = Collections.max(rooms.values());
            YearMonth first = YearMonth.parse(rooms.firstKey());
            return IntStream.rangeClosed(0, Math.toIntExact(first.until(YearMonth.parse(asOf), ChronoUnit.MONTHS)))
                    .mapToObj(i -> column(first.plusMonths(i).toString(), i * STEP, rooms, most))
                    .toList();
        }

        private static Column column(String month, int x, Map<String, Integer> rooms, int most) {
            int missing = rooms.getOrDefault(month, 0);
            return new Column(month, x, missing, Math.ceilDiv(missing * SHADES, most));
        }

        private static Line line(Frequentation score, Map<String, Integer> places, PublishedResults published) {
            String room = score.getRoomId();
            List<String> months = score.getMonthsMissing();
            String squares =
                    months.stream().map(places::get).map(MissingMonths::square).collect(Collectors.joining());
            return new Line(published.epciName(score.getEpci()), published.roomName(room), room, months, squares);
        }

        private static String square(int x) {
            return "M" + x + " 0h" + SIDE + "v" + SIDE + "h-" + SIDE + "z";
        }

        /** A square for each month, as the d of an SVG path. */
        public String grid() {
            return months.stream().map(Column::x).map(MissingMonths::square).collect(Collectors.joining());
        }

        /** Pixels that the squares take up. */
        public int width() {
            return months.size() * STEP;
        }

        public int total() {
            return rooms.stream().mapToInt(line -> line.months().size()).sum();
        }
    }
}
