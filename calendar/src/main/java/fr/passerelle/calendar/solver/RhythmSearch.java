package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.DayTourList.DayVisit;
import fr.passerelle.calendar.solver.TourModel.Cell;
import fr.passerelle.calendar.solver.TourModel.LevelSum;
import fr.passerelle.calendar.solver.TourModel.Outing;
import fr.passerelle.calendar.solver.TourModel.Reached;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The best rhythms of a sector. */
final class RhythmSearch {

    private static final int STEPS = 20_000;
    /** Where not all days are listed each step meets days that none has met before: time and memory are theirs. */
    private static final int STEPS_OF_A_LARGE_SECTOR = 1_000;

    private static final int SEED = 23;

    private RhythmSearch() {}

    /** The best of all; none where every étape has a calendar that was published. */
    static RhythmAnswer best(DayTourList tours) {
        PatternList list = new PatternList(tours);
        if (tours.question().stops().stream().allMatch(list::isPublished)) {
            return new RhythmAnswer(
                    list, new ResolutionTournee(Methode.EXACTE, Preuve.OPTIMAL, List.of(), null), List.of(), List.of());
        }
        List<StopPattern> patterns = list.all();
        List<StopPattern> start = start(list, patterns);
        RhythmModel model = new RhythmModel(list, patterns, start);
        Reached reached = model.model.best(model.holding(start), TourModel.RHYTHMS);
        return new RhythmAnswer(
                list,
                tours.told(reached.resolution(), tours.question().dates().from()),
                model.patterns(reached.taken()),
                model.model.days(reached.taken()));
    }

    /** Those that a search by steps finds, for the solver to begin from. */
    private static List<StopPattern> start(PatternList list, List<StopPattern> patterns) {
        List<List<StopPattern>> calls = visits(list, patterns);
        List<@Nullable Placement> placements = TourSearch.find(
                new DayRounds(list.question().ordinary(), calls, list::worth),
                list.tours().isWhole() ? STEPS : STEPS_OF_A_LARGE_SECTOR,
                SEED);
        return IntStream.range(0, calls.size())
                .boxed()
                .flatMap(call -> Stream.ofNullable(placements.get(call))
                        .map(placement -> calls.get(call).get(placement.pattern())))
                .toList();
    }

    /** The patterns that each visit may have; those of published sessions have one each. */
    private static List<List<StopPattern>> visits(PatternList list, List<StopPattern> patterns) {
        List<List<StopPattern>> calls = new ArrayList<>();
        for (int stop = 0; stop < list.question().stops().size(); stop++) {
            for (Rythme rythme : Rythme.values()) {
                int place = stop;
                List<StopPattern> own = patterns.stream()
                        .filter(pattern -> pattern.stop() == place && pattern.rythme() == rythme)
                        .toList();
                if (list.isPublished(list.question().stops().get(stop))) {
                    own.forEach(pattern -> calls.add(List.of(pattern)));
                } else if (!own.isEmpty()) {
                    calls.addAll(Collections.nCopies(list.visits(stop, rythme), own));
                }
            }
        }
        return calls;
    }

    /** The rhythms of a sector: the patterns of the visits that are held, and the days of an ordinary cycle that hold them. */
    record RhythmAnswer(
            PatternList list, ResolutionTournee resolution, List<StopPattern> patterns, List<DayTour> days) {

        private static final Comparator<StopPattern> BY_RANK = Comparator.comparing(StopPattern::rythme)
                .thenComparing(pattern -> pattern.pattern().when())
                .thenComparing(pattern -> pattern.pattern().weeks().getFirst());

        /** Of the étapes that have no published calendar, by subject. */
        SortedMap<String, List<RythmeEtape>> rhythms() {
            SortedMap<String, List<RythmeEtape>> rhythms = new TreeMap<>();
            question().stops().stream()
                    .filter(stop -> !list.isPublished(stop))
                    .forEach(stop -> rhythms.put(stop.key(), rhythms(stop)));
            return rhythms;
        }

        List<RythmeEtape> rhythms(TourStop stop) {
            int place = question().stops().indexOf(stop);
            List<StopPattern> left = new ArrayList<>(patterns.stream()
                    .filter(pattern -> pattern.stop() == place)
                    .sorted(BY_RANK)
                    .toList());
            List<RythmeEtape> rhythms = new ArrayList<>();
            int rank = 0;
            for (Rythme rythme : VisitPattern.rhythms(stop.asked())) {
                if (!left.isEmpty() && left.getFirst().rythme() == rythme) {
                    rhythms.add(written(rank, left.removeFirst()));
                }
                rank++;
            }
            return List.copyOf(rhythms);
        }

        /** The sessions of étapes without a published calendar, in a cycle: at the hours of the ordinary one. */
        List<ReferenceSession> references(LocalDate cycle) {
            long later = ChronoUnit.DAYS.between(question().dates().from(), cycle);
            return days.stream()
                    .flatMap(day -> day.sessions().stream())
                    .filter(session -> !list.isPublished(session.stop()))
                    .map(session -> new ReferenceSession(
                            "",
                            session.stop().key(),
                            session.date().plusDays(later),
                            session.start(),
                            session.animateur().id(),
                            false))
                    .sorted(ReferenceSession.ORDER)
                    .toList();
        }

        private RythmeEtape written(int rank, StopPattern pattern) {
            return new RythmeEtape(
                    rank,
                    pattern.rythme(),
                    pattern.pattern().when().jour(),
                    pattern.pattern().when().half(),
                    pattern.pattern().weeks(),
                    question().animateurs().get(pattern.animateur()).id());
        }

        TourQuestion question() {
            return list.question();
        }
    }

    /** The ordinary cycle of a sector: the pattern of each visit, and the day tour of each animateur on each day of its four weeks. */
    private static final class RhythmModel {

        private final PatternList list;
        private final DayTourList tours;
        private final TourQuestion question;
        private final TourModel<DayVisit> model;
        private final Map<StopPattern, Integer> patterns = new LinkedHashMap<>();

        private record Half(Cell cell, DayVisit visit) {}

        /** @param start the allowed patterns that are held to begin with: their days are listed whatever the others */
        RhythmModel(PatternList list, List<StopPattern> allowed, List<StopPattern> start) {
            this.list = list;
            this.tours = list.tours();
            this.question = tours.question();
            this.model = new TourModel<>(
                    question.dates().cycles().stream()
                            .mapToLong(question::asked)
                            .sum(),
                    question.animateurs().size(),
                    question.terms());
            allowed.forEach(pattern -> patterns.put(pattern, model.choice()));
            addPatterns();
            addOutings(visits(start));
            addCover();
            model.limitDays();
            addHalves();
        }

        /** The choices that hold some patterns, where these may be held together; else none. */
        BitSet holding(List<StopPattern> held) {
            BitSet taken = new BitSet();
            held.forEach(pattern -> taken.set(Objects.requireNonNull(patterns.get(pattern))));
            visits(held)
                    .forEach((cell, visits) -> Objects.requireNonNull(
                                    model.cells().get(cell))
                            .stream()
                            .filter(outing -> Set.copyOf(visits).equals(Set.copyOf(outing.held())))
                            .forEach(outing -> taken.set(outing.choice())));
            return model.allows(taken) ? taken : new BitSet();
        }

        List<StopPattern> patterns(BitSet taken) {
            return patterns.entrySet().stream()
                    .filter(pattern -> taken.get(pattern.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
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
                List<Outing<DayVisit>> outings = tours.sets(cell.animateur(), cell.date(), candidates, told).stream()
                        .flatMap(set -> tours.best(cell.animateur(), cell.date(), set).stream()
                                .map(tour -> new Outing<>(model.choice(), tour, set)))
                        .toList();
                model.atMostOne(outings.stream().map(Outing::choice).toList());
                model.addDay(cell, list.week(cell.date()) + " " + cell.date().getDayOfWeek(), outings);
            });
        }

        private List<Half> halves(StopPattern pattern) {
            DayVisit visit =
                    tours.visit(pattern.stop(), pattern.pattern().when().half());
            return pattern.pattern().days(question.dates().from()).stream()
                    .map(date -> new Half(new Cell(pattern.animateur(), date), visit))
                    .toList();
        }

        /** A visit is in the tour of its day exactly where its pattern says so. */
        private void addCover() {
            Map<Half, LevelSum> cover = new LinkedHashMap<>();
            patterns.forEach((pattern, choice) -> halves(pattern)
                    .forEach(half ->
                            cover.computeIfAbsent(half, it -> new LevelSum(0)).add(choice, -1)));
            model.cells()
                    .forEach((cell, outings) -> outings.forEach(outing -> outing.held()
                            .forEach(visit -> Objects.requireNonNull(cover.get(new Half(cell, visit)))
                                    .add(outing.choice(), 1))));
            cover.values().forEach(sum -> model.equal(sum, 0));
        }

        /** An étape has one visit in a half of a day. */
        private void addHalves() {
            Map<List<Object>, List<Integer>> halves = new LinkedHashMap<>();
            patterns.forEach((pattern, choice) -> pattern.pattern()
                    .weeks()
                    .forEach(week -> halves.computeIfAbsent(
                                    List.of(
                                            pattern.stop(),
                                            week,
                                            pattern.pattern().when()),
                                    it -> new ArrayList<>())
                            .add(choice)));
            halves.values().forEach(model::atMostOne);
        }
    }

    /** The patterns that the visits of each étape may have, each with whoever could hold it; one alone where a session was published. */
    record PatternList(DayTourList tours) {

        /** In the order of étapes, animateurs, rhythms, then halves of the week. */
        List<StopPattern> all() {
            return IntStream.range(0, question().stops().size())
                    .boxed()
                    .flatMap(this::of)
                    .filter(pattern -> worth(pattern) > 0)
                    .toList();
        }

        /** Whether an étape has a calendar that was published: it then needs no rhythm. */
        boolean isPublished(TourStop stop) {
            return published(stop).findAny().isPresent();
        }

        /** How many visits of a rhythm an étape has at most. */
        int visits(int stop, Rythme rythme) {
            TourStop place = question().stops().get(stop);
            return isPublished(place)
                    ? place.asked()
                    : Math.toIntExact(VisitPattern.rhythms(place.asked()).stream()
                            .filter(rythme::equals)
                            .count());
        }

        /** Sessions of a pattern that can really stand, over all cycles: holidays, closures and absences are left out. */
        int worth(StopPattern pattern) {
            return Math.toIntExact(question().dates().cycles().stream()
                    .flatMap(cycle -> pattern.pattern().days(cycle).stream())
                    .filter(date -> tours.mayHold(pattern.animateur(), pattern.stop(), date))
                    .count());
        }

        TourQuestion question() {
            return tours.question();
        }

        private Stream<StopPattern> of(int stop) {
            TourStop place = question().stops().get(stop);
            return isPublished(place)
                    ? published(place).flatMap(session -> fixed(stop, session)).distinct()
                    : IntStream.range(0, question().animateurs().size())
                            .boxed()
                            .flatMap(animateur -> free(stop, animateur));
        }

        private Stream<StopPattern> free(int stop, int animateur) {
            List<WorkHalf> halves = WorkHalf.all().stream()
                    .filter(when -> isPossible(stop, animateur, when))
                    .toList();
            return VisitPattern.rhythms(question().stops().get(stop).asked()).stream()
                    .distinct()
                    .flatMap(rythme -> halves.stream()
                            .flatMap(when -> VisitPattern.of(rythme, when).stream())
                            .map(pattern -> new StopPattern(stop, animateur, rythme, pattern)));
        }

        /** The week of a day of the first cycle, from 1. */
        int week(LocalDate date) {
            return Math.toIntExact(ChronoUnit.WEEKS.between(question().dates().from(), date)) + 1;
        }

        private Stream<StopPattern> fixed(int stop, ReferenceSession session) {
            WorkHalf when = WorkHalf.of(
                    session.date().getDayOfWeek(),
                    session.start() < question().terms().tournees().day().noon()
                            ? DemiJournee.MATIN
                            : DemiJournee.APRES_MIDI);
            return question()
                    .animateur(session.animateur())
                    .map(question().animateurs()::indexOf)
                    .filter(animateur -> isPossible(stop, animateur, when))
                    .map(animateur -> new StopPattern(
                            stop,
                            animateur,
                            Rythme.UNE_SEMAINE_SUR_QUATRE,
                            new VisitPattern(when, List.of(week(session.date())))))
                    .stream();
        }

        private boolean isPossible(int stop, int animateur, WorkHalf when) {
            LocalDate date = question().dates().from().with(when.day());
            return tours.isOffered(animateur, stop)
                    && tours.best(animateur, date, List.of(tours.visit(stop, when.half())))
                            .isPresent();
        }

        private Stream<ReferenceSession> published(TourStop stop) {
            return question().habit(stop, question().dates().from()).stream().filter(ReferenceSession::published);
        }
    }

    /** A visit that comes back, as it could be held: of an étape, by an animateur, both by their places in the lists of the question. */
    record StopPattern(int stop, int animateur, Rythme rythme, VisitPattern pattern) {}
}
