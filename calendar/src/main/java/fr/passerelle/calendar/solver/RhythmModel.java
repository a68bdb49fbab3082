package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.schemas.event.Rythme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ordinary cycle of a sector: the pattern of each visit, and the day tour of each animateur on each day of its four weeks. */
public final class RhythmModel {

    private final DayTourList tours;
    private final PatternList list;
    private final TourQuestion question;
    private final TourModel model;
    private final Map<StopPattern, Integer> patterns = new LinkedHashMap<>();
    private final SortedMap<Cell, List<Outing>> cells = new TreeMap<>();

    /** A day of an animateur in the cycle, in a week from 1. */
    record Cell(int animateur, int week, DayOfWeek day) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::animateur)
                .thenComparingInt(Cell::week)
                .thenComparing(Cell::day);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** A day tour that may be taken. */
    record Outing(int choice, List<DayVisit> visits, DayTour tour) {}

    private record Half(Cell cell, DayVisit visit) {}

    /**
     * All its choices.
     *
     * @param allowed patterns that may be taken
     * @param start those among them that are held to begin with: their days are listed whatever the others
     */
    RhythmModel(DayTourList tours, List<StopPattern> allowed, List<StopPattern> start) {
        this.tours = tours;
        this.list = new PatternList(tours);
        this.question = tours.question();
        this.model = new TourModel(asked(), question.animateurs().size());
        allowed.forEach(pattern -> patterns.put(pattern, model.choice()));
        addPatterns();
        addOutings(visits(start));
        addCover();
        addWeeks();
        addPlaces();
    }

    TourModel model() {
        return model;
    }

    /** The choices that hold some patterns, where these may be held together; else none. */
    BitSet holding(List<StopPattern> held) {
        BitSet taken = new BitSet();
        held.forEach(pattern -> taken.set(Objects.requireNonNull(patterns.get(pattern))));
        visits(held)
                .forEach((cell, visits) -> Objects.requireNonNull(cells.get(cell)).stream()
                        .filter(outing -> Set.copyOf(visits).equals(Set.copyOf(outing.visits())))
                        .forEach(outing -> taken.set(outing.choice())));
        return model.allows(taken) ? taken : new BitSet();
    }

    /** Patterns that are taken. */
    List<StopPattern> patterns(BitSet taken) {
        return patterns.entrySet().stream()
                .filter(pattern -> taken.get(pattern.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Days that are taken. */
    SortedMap<Cell, DayTour> days(BitSet taken) {
        SortedMap<Cell, DayTour> days = new TreeMap<>();
        cells.forEach((cell, outings) -> outings.stream()
                .filter(outing -> taken.get(outing.choice()))
                .forEach(outing -> days.put(cell, outing.tour())));
        return days;
    }

    private long asked() {
        return question.dates().cycles().stream().mapToLong(question::asked).sum();
    }

    /** No more visits of a rhythm than an étape has. */
    private void addPatterns() {
        patterns.forEach((pattern, choice) -> model.serves(choice, list.worth(pattern)));
        for (int stop = 0; stop < question.stops().size(); stop++) {
            for (Rythme rythme : Rythme.values()) {
                LevelSum visits = new LevelSum(0);
                int place = stop;
                patterns.forEach((pattern, choice) -> {
                    if (pattern.stop() == place && pattern.rythme() == rythme) {
                        visits.add(choice, 1);
                    }
                });
                model.atMost(visits, list.visits(stop, rythme));
            }
        }
    }

    private SortedMap<Cell, List<DayVisit>> visits(Collection<StopPattern> held) {
        return held.stream()
                .flatMap(pattern -> halves(pattern).stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Half::cell, TreeMap::new, Collectors.mapping(Half::visit, Collectors.toList())));
    }

    private void addOutings(Map<Cell, List<DayVisit>> start) {
        visits(patterns.keySet()).forEach((cell, candidates) -> {
            BitSet told = new BitSet();
            start.getOrDefault(cell, List.of()).forEach(visit -> told.set(visit.stop()));
            LocalDate date = question.dates().from().with(cell.day());
            List<Outing> outings = tours.sets(cell.animateur(), date, candidates, told).stream()
                    .flatMap(set -> tours.best(cell.animateur(), date, set).stream()
                            .map(tour -> new Outing(model.choice(), set, tour)))
                    .toList();
            cells.put(cell, outings);
            model.atMostOne(outings.stream().map(Outing::choice).toList());
            outings.forEach(outing -> model.drives(
                    outing.choice(),
                    cell.animateur(),
                    outing.tour().roadMinutes(),
                    outing.tour().work(question.terms())));
        });
    }

    private List<Half> halves(StopPattern pattern) {
        WorkHalf when = pattern.pattern().when();
        DayVisit visit = tours.visit(pattern.stop(), when.half());
        return pattern.pattern().weeks().stream()
                .map(week -> new Half(new Cell(pattern.animateur(), week, when.day()), visit))
                .toList();
    }

    /** A visit is in the tour of its day exactly where its pattern says so. */
    private void addCover() {
        Map<Half, LevelSum> cover = new LinkedHashMap<>();
        patterns.forEach((pattern, choice) -> halves(pattern)
                .forEach(half ->
                        cover.computeIfAbsent(half, it -> new LevelSum(0)).add(choice, -1)));
        cells.forEach((cell, outings) -> outings.forEach(outing -> outing.visits()
                .forEach(visit ->
                        Objects.requireNonNull(cover.get(new Half(cell, visit))).add(outing.choice(), 1))));
        cover.values().forEach(sum -> model.equal(sum, 0));
    }

    private void addWeeks() {
        WeekRows rows = new WeekRows(model, question.terms());
        cells.forEach((cell, outings) -> rows.add(
                List.of(cell.animateur(), cell.week()),
                outings.stream()
                        .map(outing -> new WeekRows.Choice(outing.choice(), outing.tour()))
                        .toList()));
        rows.write();
    }

    private void addPlaces() {
        PlaceRows rows = new PlaceRows(model, question.terms().tournees().sessionsADayAPlace());
        cells.forEach((cell, outings) -> outings.forEach(
                outing -> rows.add(outing.choice(), cell.animateur(), cell.week() + " " + cell.day(), outing.tour())));
        rows.write();
        Map<List<Object>, List<Integer>> halves = new LinkedHashMap<>();
        patterns.forEach((pattern, choice) -> pattern.pattern()
                .weeks()
                .forEach(week -> halves.computeIfAbsent(
                                List.of(pattern.stop(), week, pattern.pattern().when()), it -> new ArrayList<>())
                        .add(choice)));
        halves.values().forEach(model::atMostOne);
    }
}
