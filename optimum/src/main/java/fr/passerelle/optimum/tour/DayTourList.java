package fr.passerelle.optimum.tour;

import fr.passerelle.rules.tour.DateSpan;
import fr.passerelle.rules.tour.DayPlanner;
import fr.passerelle.rules.tour.DayTour;
import fr.passerelle.rules.tour.Road;
import fr.passerelle.rules.tour.Roads;
import fr.passerelle.rules.tour.Roads.Leg;
import fr.passerelle.rules.tour.TourAnimateur;
import fr.passerelle.rules.tour.TourHalt;
import fr.passerelle.rules.tour.TourPoint;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.TourStop;
import fr.passerelle.rules.tour.TourVisit;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The day tours of a sector, each made once: the same visits make the same day of the week, whatever the week. */
final class DayTourList {

    private final TourQuestion question;
    private final TourQuestion ordinary;
    private final DayPlanner planner;
    private final ShortestRound rounds;
    private final Map<String, TourStop> byKey = new HashMap<>();
    private final Map<Key, Optional<DayTour>> made = new HashMap<>();
    private final @Nullable DayTourList like;

    private record Key(int animateur, DayOfWeek day, List<DayVisit> visits) {}

    DayTourList(TourQuestion question) {
        this(question, null);
    }

    private DayTourList(TourQuestion question, @Nullable DayTourList like) {
        this.like = like;
        this.question = withRoads(question);
        this.ordinary = this.question.ordinary();
        this.planner = new DayPlanner(ordinary);
        this.rounds = new ShortestRound(ordinary);
        question.stops().forEach(stop -> byKey.put(stop.key(), stop));
    }

    /** Those of another question of the same étapes on the same roads: a day that is the same in both is made once. */
    DayTourList of(TourQuestion other) {
        return new DayTourList(other, this);
    }

    TourQuestion question() {
        return question;
    }

    /** Whether an animateur could hold a session of an étape on a day, as far as anything but hours and journeys goes. */
    boolean mayHold(int animateur, int stop, LocalDate date) {
        TourStop place = question.stops().get(stop);
        TourAnimateur who = question.animateurs().get(animateur);
        return !question.dates().hasBeen(date)
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

    /** A visit in half of a day. */
    DayVisit visit(int stop, DemiJournee half) {
        return new DayVisit(
                stop,
                TourVisit.of(
                                question.stops().get(stop),
                                half,
                                question.terms().tournees().day())
                        .begins());
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

    /** Every set of visits that a day of an animateur may hold, those of one visit first; none holds a visit whose day alone may not be. */
    List<List<DayVisit>> sets(int animateur, LocalDate date, List<DayVisit> candidates) {
        List<DayVisit> alone = candidates.stream()
                .filter(visit -> best(animateur, date, List.of(visit)).isPresent())
                .toList();
        List<List<DayVisit>> sets = new ArrayList<>();
        List<List<DayVisit>> last = List.of(List.of());
        for (int size = 0; size < question.terms().tournees().sessionsADay(); size++) {
            last = last.stream()
                    .flatMap(set -> IntStream.range(after(alone, set), alone.size())
                            .mapToObj(alone::get)
                            .filter(visit -> mayJoin(set, visit))
                            .map(visit -> Stream.concat(set.stream(), Stream.of(visit))
                                    .toList()))
                    .filter(set -> rounds.fits(animateur, date, set))
                    .toList();
            sets.addAll(last);
        }
        return sets;
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
}
