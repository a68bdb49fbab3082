package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day tours of a sector, each made once: the same visits make the same day of the week, whatever the week. Where all of them are more than
 * a search takes, each étape shares a day with its nearest ones alone, as many as that allows, and is offered to the nearest animateurs alone.
 */
final class DayTourList {

    /** Choix du projet: the most sets of visits that are listed for the four weeks of a sector. */
    static final int MOST = 40_000;

    private static final int NEAREST_ANIMATEURS = 2;

    private final TourQuestion question;
    private final TourQuestion ordinary;
    private final DayPlanner planner;
    private final ShortestRound rounds;
    private final Map<String, TourStop> byKey = new HashMap<>();
    private final Map<Key, Optional<DayTour>> made = new HashMap<>();
    private final @Nullable DayTourList like;
    private final boolean byHalf;
    private final int[][] ranks;
    private final int near;

    private record Key(int animateur, DayOfWeek day, List<DayVisit> visits) {}

    private DayTourList(TourQuestion question, boolean byHalf, @Nullable DayTourList like) {
        this.like = like;
        this.byHalf = byHalf;
        this.question = withRoads(question);
        this.ordinary = this.question.ordinary();
        this.planner = new DayPlanner(ordinary);
        this.rounds = new ShortestRound(ordinary);
        question.stops().forEach(stop -> byKey.put(stop.key(), stop));
        this.ranks = like == null ? ranks() : like.ranks;
        this.near = like == null ? nearest() : like.near;
    }

    /** Those of rhythms: each visit is in a half of the day. */
    static DayTourList ofRhythms(TourQuestion question) {
        return new DayTourList(question, true, null);
    }

    /** Those of real dates, at any hour. */
    static DayTourList ofRealDays(TourQuestion question) {
        return new DayTourList(question, false, null);
    }

    /** Those of another question of the same étapes on the same roads: a day that is the same in both is made once. */
    DayTourList of(TourQuestion other) {
        return new DayTourList(other, byHalf, this);
    }

    TourQuestion question() {
        return question;
    }

    /** Whether an animateur could hold a session of an étape on a day, as far as anything but hours and journeys goes. */
    boolean mayHold(int animateur, int stop, LocalDate date) {
        TourStop place = question.stops().get(stop);
        TourAnimateur who = question.animateurs().get(animateur);
        return isOffered(animateur, stop)
                && !question.dates().hasBeen(date)
                && question.dates().allows(place, date)
                && !DateSpan.any(place.closures(), date)
                && who.mayServe(place, question.terms().group())
                && who.day(date, question.terms().tournees().day()).isPresent()
                && !question.isTold(place.key(), date);
    }

    /** A visit at any hour. */
    DayVisit visit(int stop) {
        return new DayVisit(stop, TourVisit.of(question.stops().get(stop)).begins());
    }

    DayVisit visit(int stop, DemiJournee half) {
        TourStop place = question.stops().get(stop);
        return new DayVisit(
                stop,
                TourVisit.of(place, half, question.terms().tournees().day()).begins());
    }

    /** Whether an étape may have two sessions in a day. */
    boolean isTwice(int stop) {
        return question.terms().tournees().sessionsADayAPlace() > 1
                && question.stops().get(stop).asked() > 1;
    }

    /** The best day that holds those visits, whatever the holidays, closures and absences. */
    Optional<DayTour> best(int animateur, LocalDate date, List<DayVisit> visits) {
        return made(new Key(animateur, date.getDayOfWeek(), visits)).map(tour -> dated(tour, animateur, date));
    }

    /** Every set of visits that a day may hold, those of one first, none whose day alone may not be; étapes told together may be far apart. */
    List<List<DayVisit>> sets(int animateur, LocalDate date, List<DayVisit> candidates, BitSet told) {
        List<DayVisit> alone = alone(animateur, date, candidates);
        List<List<DayVisit>> sets = new ArrayList<>();
        List<List<DayVisit>> last = List.of(List.of());
        for (int size = 0; size < question.terms().tournees().sessionsADay(); size++) {
            last = last.stream()
                    .flatMap(set -> IntStream.range(after(alone, set), alone.size())
                            .mapToObj(alone::get)
                            .filter(visit -> mayJoin(set, visit) && isNear(set, visit, near, told))
                            .map(visit -> with(set, visit)))
                    .filter(set -> rounds.fits(animateur, date, set))
                    .toList();
            sets.addAll(last);
        }
        return sets;
    }

    private List<DayVisit> alone(int animateur, LocalDate date, List<DayVisit> candidates) {
        return candidates.stream()
                .filter(visit -> best(animateur, date, List.of(visit)).isPresent())
                .toList();
    }

    private static List<DayVisit> with(List<DayVisit> set, DayVisit visit) {
        return Stream.concat(set.stream(), Stream.of(visit)).toList();
    }

    private boolean isNear(List<DayVisit> set, DayVisit visit, int nearest, BitSet told) {
        return set.stream()
                .allMatch(other ->
                        Math.min(ranks[other.stop()][visit.stop()], ranks[visit.stop()][other.stop()]) <= nearest
                                || (told.get(other.stop()) && told.get(visit.stop())));
    }

    boolean isWhole() {
        return near == Integer.MAX_VALUE;
    }

    /** With how many of its nearest étapes each may share a day; as many as there are where all day tours are listed. */
    int near() {
        return near;
    }

    /** Whether an étape is among those of an animateur: of all who serve it, or of those who are near or were told to hold it. */
    boolean isOffered(int animateur, int stop) {
        return isOffered(animateur, stop, near);
    }

    private boolean isOffered(int animateur, int stop, int nearest) {
        int own = rounds.fromHome(animateur, stop);
        String place = question.stops().get(stop).key();
        String who = question.animateurs().get(animateur).id();
        return nearest == Integer.MAX_VALUE
                || IntStream.range(0, question.animateurs().size())
                                .filter(other -> isServing(other, stop))
                                .filter(other -> rounds.fromHome(other, stop) < own
                                        || (rounds.fromHome(other, stop) == own && other < animateur))
                                .count()
                        < NEAREST_ANIMATEURS
                || question.references().stream()
                        .anyMatch(session -> session.stop().equals(place)
                                && session.animateur().equals(who));
    }

    private boolean isServing(int animateur, int stop) {
        return question.animateurs()
                .get(animateur)
                .mayServe(question.stops().get(stop), question.terms().group());
    }

    /** How many sets of visits are listed in four weeks. */
    long size() {
        return size(near, Long.MAX_VALUE);
    }

    /** What a search among them may say: of days that were not all listed nothing is proven but what no day could do better. */
    ResolutionTournee told(ResolutionTournee found, LocalDate cycle) {
        if (isWhole()) {
            return found;
        }
        long least = least(byHalf ? question.dates().cycles() : List.of(cycle));
        return new ResolutionTournee(
                found.getMethode(),
                Preuve.INTERROMPU,
                found.getNiveaux().stream()
                        .map(level -> new NiveauAtteint(
                                level.getNiveau(),
                                level.getValue(),
                                level.getNiveau() == NiveauTournee.SEANCES_NON_TENUES
                                        ? (@Nullable Long) Math.min(level.getValue(), least)
                                        : null))
                        .toList(),
                near);
    }

    /** Fewer sessions than these no days leave unserved. */
    private long least(List<LocalDate> cycles) {
        long asked = cycles.stream().mapToLong(question::asked).sum();
        long most = cycles.stream().mapToLong(this::mostSessions).sum();
        return Math.max(0, asked - most);
    }

    /** More sessions than these no days that are left of four weeks hold, were each no further than the nearest étape. */
    private long mostSessions(LocalDate cycle) {
        long most = 0;
        for (int animateur = 0; animateur < question.animateurs().size(); animateur++) {
            int who = animateur;
            int[] served = IntStream.range(0, question.stops().size())
                    .filter(stop -> isServing(who, stop))
                    .toArray();
            for (int week = 0; week < TourDates.CYCLE && served.length > 0; week++) {
                most += mostSessions(who, cycle.plusWeeks(week), rounds.leastRoad(who, served));
            }
        }
        return most;
    }

    private long mostSessions(int animateur, LocalDate monday, int road) {
        Tournees rules = question.terms().tournees();
        TourAnimateur who = byHalf
                ? ordinary.animateurs().get(animateur)
                : question.animateurs().get(animateur);
        long days = monday.datesUntil(monday.plusWeeks(1))
                .filter(date -> !question.dates().hasBeen(date))
                .filter(date -> who.day(date, rules.day()).isPresent())
                .count();
        return LongStream.rangeClosed(0, days)
                .map(worked -> Math.min(
                        worked * rules.sessionsADay(),
                        Math.max(0, rules.day().week() - worked * road)
                                / question.terms().stay()))
                .max()
                .orElse(0);
    }

    /** The most étapes that each may share a day with, so that no more sets than a search takes are listed. */
    private int nearest() {
        if (size(Integer.MAX_VALUE, MOST) <= MOST) {
            return Integer.MAX_VALUE;
        }
        int least = 0;
        int most = question.stops().size() - 1;
        while (least < most) {
            int tried = Math.ceilDiv(least + most, 2);
            if (size(tried, MOST) <= MOST) {
                least = tried;
            } else {
                most = tried - 1;
            }
        }
        return least;
    }

    /** Counts sets, or stops once they are more than some. */
    private long size(int nearest, long most) {
        long sets = 0;
        for (int animateur = 0; animateur < question.animateurs().size() && sets <= most; animateur++) {
            for (DayOfWeek day : DayOfWeek.values()) {
                LocalDate date = ordinary.dates().from().with(day);
                sets += TourDates.CYCLE
                        * count(animateur, date, candidates(animateur, date, nearest), List.of(), nearest, most - sets);
            }
        }
        return sets;
    }

    private List<DayVisit> candidates(int animateur, LocalDate date, int nearest) {
        return alone(
                animateur,
                date,
                IntStream.range(0, question.stops().size())
                        .filter(stop -> isServing(animateur, stop) && isOffered(animateur, stop, nearest))
                        .boxed()
                        .flatMap(stop -> byHalf
                                ? Stream.of(DemiJournee.values()).map(half -> visit(stop, half))
                                : Stream.of(visit(stop)))
                        .toList());
    }

    private long count(
            int animateur, LocalDate date, List<DayVisit> alone, List<DayVisit> set, int nearest, long most) {
        long sets = 0;
        for (int next = after(alone, set); next < alone.size() && sets <= most; next++) {
            DayVisit visit = alone.get(next);
            List<DayVisit> more = with(set, visit);
            if (mayJoin(set, visit)
                    && isNear(set, visit, nearest, new BitSet())
                    && rounds.fits(animateur, date, more)) {
                boolean full = more.size() == question.terms().tournees().sessionsADay();
                sets += 1 + (full ? 0 : count(animateur, date, alone, more, nearest, most - sets));
            }
        }
        return sets;
    }

    /** Of each étape, how near the others are: from 1, by the road there and back. */
    private int[][] ranks() {
        int stops = question.stops().size();
        int[][] all = new int[stops][stops];
        for (int stop = 0; stop < stops; stop++) {
            int from = stop;
            List<Integer> others = IntStream.range(0, stops)
                    .boxed()
                    .filter(other -> other != from)
                    .sorted(Comparator.comparingInt(other -> rounds.between(from, other)))
                    .toList();
            for (int rank = 0; rank < others.size(); rank++) {
                all[stop][others.get(rank)] = rank + 1;
            }
        }
        return all;
    }

    private static int after(List<DayVisit> all, List<DayVisit> set) {
        return set.isEmpty() ? 0 : all.indexOf(set.getLast()) + 1;
    }

    /** The same étape twice only at hours that exclude each other, and as often as a place allows. */
    private boolean mayJoin(List<DayVisit> set, DayVisit visit) {
        List<DayVisit> same =
                set.stream().filter(other -> other.stop() == visit.stop()).toList();
        return (same.isEmpty() || (same.size() == 1 && isTwice(visit.stop())))
                && same.stream().noneMatch(other -> other.begins().overlaps(visit.begins()));
    }

    private Optional<DayTour> made(Key key) {
        return like != null && like.isSame(key, ordinary) ? like.made(key) : made.computeIfAbsent(key, this::planned);
    }

    private boolean isSame(Key key, TourQuestion other) {
        return key.animateur() < ordinary.animateurs().size()
                && ordinary.animateurs()
                        .get(key.animateur())
                        .equals(other.animateurs().get(key.animateur()))
                && key.visits().stream()
                        .allMatch(visit -> ordinary.stops()
                                .get(visit.stop())
                                .equals(other.stops().get(visit.stop())));
    }

    private Optional<DayTour> planned(Key key) {
        LocalDate date = ordinary.dates().from().with(key.day());
        return !rounds.fits(key.animateur(), date, key.visits())
                ? Optional.empty()
                : planner.best(
                        ordinary.animateurs().get(key.animateur()),
                        date,
                        key.visits().stream()
                                .map(visit -> new TourVisit(ordinary.stops().get(visit.stop()), visit.begins()))
                                .toList());
    }

    private DayTour dated(DayTour tour, int animateur, LocalDate date) {
        return new DayTour(
                question.animateurs().get(animateur),
                date,
                tour.departure(),
                tour.halts().stream().map(this::dated).toList(),
                tour.back(),
                tour.arrival());
    }

    private TourHalt dated(TourHalt halt) {
        TourStop stop = Objects.requireNonNull(byKey.get(halt.stop().key()));
        return new TourHalt(stop, halt.road(), halt.arrival(), halt.start(), halt.end());
    }

    /** The same with each journey of the sector told, so that none is estimated twice. */
    private static TourQuestion withRoads(TourQuestion question) {
        List<TourPoint> points = Stream.concat(
                        question.stops().stream().map(TourStop::point),
                        question.animateurs().stream().map(TourAnimateur::home))
                .toList();
        Map<Leg, Road> measured = new HashMap<>();
        for (TourPoint from : points) {
            points.forEach(to ->
                    measured.put(new Leg(from.key(), to.key()), question.roads().of(from, to)));
        }
        return new TourQuestion(
                question.dates(),
                question.stops(),
                question.animateurs(),
                new Roads(measured, question.roads().estimate()),
                question.terms(),
                question.references());
    }

    /** A visit of a day, small enough to be looked up by: the place of its étape in the question, and the minutes at which it may begin. */
    record DayVisit(int stop, MinuteSpan begins) {}
}
