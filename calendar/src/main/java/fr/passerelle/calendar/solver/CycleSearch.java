package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.DayTourList.DayVisit;
import fr.passerelle.calendar.solver.TourModel.Cell;
import fr.passerelle.calendar.solver.TourModel.LevelSum;
import fr.passerelle.calendar.solver.TourModel.Outing;
import fr.passerelle.calendar.solver.TourModel.Reached;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The best real days of a cycle, where some sessions of the question may not move. */
record CycleSearch(DayTourList tours, List<ReferenceSession> pins) {

    CycleSearch(TourQuestion question) {
        this(DayTourList.ofRealDays(question), question.pins());
    }

    TourQuestion question() {
        return tours.question();
    }

    record CycleAnswer(ResolutionTournee resolution, List<DayTour> days) {

        private NiveauAtteint unserved() {
            return resolution.getNiveaux().getFirst();
        }

        /** Whether no more sessions may be held: its first level was searched to its end. */
        boolean isSettled() {
            return Objects.equals(unserved().getBound(), unserved().getValue());
        }
    }

    /** Sessions gained: found, the most that can be among the days that were listed, and whether these were all days. */
    record Gain(int sessions, int most, boolean whole) {

        Preuve preuve() {
            return whole && sessions == most ? Preuve.OPTIMAL : Preuve.INTERROMPU;
        }

        /** What is left of it beyond a gain that needs nothing else: at least, and at most. */
        private Gain beyond(Gain idle) {
            return new Gain(Math.max(0, sessions - idle.most), Math.max(0, most - idle.sessions), whole);
        }
    }

    CycleAnswer best(LocalDate cycle) {
        CycleModel model = new CycleModel(tours, cycle, pins);
        Reached reached = model.model.best(model.start(), TourModel.CYCLE);
        return new CycleAnswer(tours.told(reached.resolution(), cycle), model.model.days(reached.taken()));
    }

    /** What an étape would gain by itself, had the search of an answer gone on and no other more: nothing where it is settled. */
    Gain idle(LocalDate cycle, CycleAnswer now, String stop) {
        Gain nothing = new Gain(0, 0, tours.isWhole());
        return now.isSettled() ? nothing : gain(question(), cycle, now, stop, nothing);
    }

    /** Sessions of an étape, while no other has more, that another question serves beyond an answer and what that would gain idle. */
    Gain gain(TourQuestion other, LocalDate cycle, CycleAnswer now, String stop, Gain idle) {
        CycleModel model = new CycleModel(tours.of(other), cycle, pins);
        TourCalendar calendar = new TourCalendar(now.days());
        question().stops().stream()
                .filter(each -> !each.key().equals(stop))
                .forEach(each -> model.atMost(
                        each, calendar.sessions(question().dates(), each, cycle).size()));
        Reached reached = model.model.best(model.holding(now.days()), TourModel.REASON);
        NiveauAtteint unserved = reached.resolution().getNiveaux().getFirst();
        long before = now.unserved().getValue();
        return new Gain(
                        gained(before, unserved.getValue()),
                        gained(before, Objects.requireNonNull(unserved.getBound(), "The first level has a bound")),
                        tours.isWhole())
                .beyond(idle);
    }

    private static int gained(long before, long after) {
        return Math.toIntExact(Math.max(0, before - after));
    }

    /** The real days of one cycle of a sector: which day each animateur makes of each date. */
    private static final class CycleModel {

        private final DayTourList tours;
        private final TourQuestion question;
        private final LocalDate cycle;
        private final List<ReferenceSession> pins;
        private final TourModel<ReferenceSession> model;
        private final Map<String, LevelSum> held = new HashMap<>();

        /** @throws RunRefused where the pins, which may not move whatever is lifted, leave no day */
        CycleModel(DayTourList tours, LocalDate cycle, List<ReferenceSession> pins) {
            this.tours = tours;
            this.question = tours.question();
            this.cycle = cycle;
            this.pins = pins;
            this.model = new TourModel<>(
                    question.stops().stream()
                            .filter(stop -> !isOverfull(stop))
                            .mapToLong(stop -> question.asked(stop, cycle))
                            .sum(),
                    question.animateurs().size(),
                    question.terms());
            for (int animateur = 0; animateur < question.animateurs().size(); animateur++) {
                String id = question.animateurs().get(animateur).id();
                for (LocalDate date : question.dates().days(cycle)) {
                    if (!question.isTold(id, date)) {
                        addCell(new Cell(animateur, date));
                    }
                }
            }
            question.stops().forEach(this::addStop);
            model.limitDays();
        }

        void atMost(TourStop stop, long sessions) {
            model.atMost(Objects.requireNonNull(held.get(stop.key())), sessions);
        }

        /** An answer that may be: pins alone, then, day by day, all the references that it still can hold as they are. */
        BitSet start() {
            BitSet taken = new BitSet();
            model.cells()
                    .forEach((cell, outings) -> outings.stream()
                            .filter(outing -> !pins(cell).isEmpty())
                            .min(Comparator.comparingInt(
                                    outing -> outing.tour().halts().size()))
                            .ifPresent(outing -> taken.set(outing.choice())));
            if (!model.allows(taken)) {
                throw new RunRefused(
                        "Les séances publiées qui ne bougent plus ne tiennent plus ensemble dans les quatre semaines du %s."
                                .formatted(cycle));
            }
            model.cells()
                    .values()
                    .forEach(outings -> outings.stream()
                            .filter(outing -> outing.held().size()
                                    == outing.tour().halts().size())
                            .max(Comparator.comparingInt(outing -> outing.held().size()))
                            .ifPresent(outing -> take(taken, outings, outing)));
            return taken;
        }

        /** The same étapes by the same animateurs on the same dates as some days, where that may be; else where it starts otherwise. */
        BitSet holding(List<DayTour> days) {
            BitSet taken = new BitSet();
            for (DayTour day : days) {
                model.cells().entrySet().stream()
                        .filter(cell -> cell.getKey().date().equals(day.date()))
                        .filter(cell -> id(cell.getKey()).equals(day.animateur().id()))
                        .flatMap(cell -> cell.getValue().stream())
                        .filter(outing -> keys(outing.tour()).equals(keys(day)))
                        .findFirst()
                        .ifPresent(outing -> taken.set(outing.choice()));
            }
            return model.allows(taken) ? taken : start();
        }

        private static List<String> keys(DayTour tour) {
            return tour.halts().stream().map(halt -> halt.stop().key()).sorted().toList();
        }

        private void take(BitSet taken, List<Outing<ReferenceSession>> outings, Outing<ReferenceSession> outing) {
            BitSet before = (BitSet) taken.clone();
            outings.forEach(other -> taken.clear(other.choice()));
            taken.set(outing.choice());
            if (!model.allows(taken)) {
                taken.clear();
                taken.or(before);
            }
        }

        private void addCell(Cell cell) {
            List<ReferenceSession> pinned = pins(cell);
            List<Outing<ReferenceSession>> outings = realDays(cell.animateur(), cell.date(), references(cell)).stream()
                    .filter(day -> day.kept().containsAll(pinned))
                    .map(day -> new Outing<>(model.choice(), day.tour(), day.kept()))
                    .toList();
            List<Integer> choices = outings.stream().map(Outing::choice).toList();
            if (pinned.isEmpty()) {
                model.atMostOne(choices);
            } else if (choices.isEmpty()) {
                throw new RunRefused("Les séances publiées du %s de %s ne tiennent plus en une journée."
                        .formatted(cell.date(), id(cell)));
            } else {
                model.exactlyOne(choices);
            }
            model.addDay(cell, cell.date().toString(), outings);
        }

        private List<ReferenceSession> references(Cell cell) {
            return of(cell, question.stops().stream().flatMap(stop -> question.references(stop, cycle).stream()));
        }

        private List<ReferenceSession> pins(Cell cell) {
            return of(cell, pins.stream());
        }

        private List<ReferenceSession> of(Cell cell, Stream<ReferenceSession> all) {
            String id = id(cell);
            return all.filter(session ->
                            session.animateur().equals(id) && session.date().equals(cell.date()))
                    .toList();
        }

        private String id(Cell cell) {
            return question.animateurs().get(cell.animateur()).id();
        }

        /** What it asks for, and how many of its references are held otherwise. */
        private void addStop(TourStop stop) {
            LevelSum sum = new LevelSum(0);
            held.put(stop.key(), sum);
            int references = question.references(stop, cycle).size();
            int most = question.most(stop, cycle, pins);
            boolean overfull = isOverfull(stop);
            model.cells()
                    .values()
                    .forEach(outings -> outings.forEach(outing -> {
                        long sessions = outing.tour().halts().stream()
                                .filter(halt -> halt.stop().equals(stop))
                                .count();
                        long kept = outing.held().stream()
                                .filter(session -> session.stop().equals(stop.key()))
                                .count();
                        sum.add(outing.choice(), sessions);
                        model.serves(outing.choice(), overfull ? 0 : sessions);
                        model.changes(outing.choice(), (references < most ? 0 : sessions) - kept);
                    }));
            model.atMost(sum, most);
            if (references < most) {
                model.changesAtMost(sum, references);
            }
        }

        /** Whether more sessions than it asks for may not move: all of them are held then. */
        private boolean isOverfull(TourStop stop) {
            return question.most(stop, cycle, pins) > question.asked(stop, cycle);
        }

        /** The days that an animateur can make of a date: for each set of étapes the best, and those that keep references at their minute. */
        private List<RealDay> realDays(int animateur, LocalDate date, List<ReferenceSession> references) {
            List<DayVisit> candidates = IntStream.range(0, question.stops().size())
                    .filter(stop -> tours.mayHold(animateur, stop, date))
                    .mapToObj(tours::visit)
                    .toList();
            return tours.sets(animateur, date, candidates, told(references)).stream()
                    .flatMap(set -> doubled(set, references))
                    .flatMap(set -> best(variants(set, references)
                                    .flatMap(visits -> tours.best(animateur, date, visits).stream())
                                    .distinct()
                                    .map(tour -> new RealDay(tour, kept(tour, references)))
                                    .toList())
                            .stream())
                    .toList();
        }

        /** The étapes of some references, which may share that day whatever lies between them. */
        private BitSet told(List<ReferenceSession> references) {
            BitSet told = new BitSet();
            references.forEach(session -> told.set(
                    question.stops().indexOf(question.stop(session.stop()).orElseThrow())));
            return told;
        }

        /** A set, and the same with some of its étapes twice: at any hours, and both in the morning and in the afternoon. */
        private Stream<List<DayVisit>> doubled(List<DayVisit> set, List<ReferenceSession> references) {
            List<List<DayVisit>> all = new ArrayList<>(List.of(set));
            for (DayVisit visit : set) {
                for (List<DayVisit> each : List.copyOf(all)) {
                    if (each.size() < question.terms().tournees().sessionsADay() && isTwice(visit, references)) {
                        all.add(Stream.concat(each.stream(), Stream.of(visit)).toList());
                        all.add(Stream.concat(
                                        each.stream().filter(other -> !other.equals(visit)),
                                        Stream.of(DemiJournee.values()).map(half -> tours.visit(visit.stop(), half)))
                                .toList());
                    }
                }
            }
            return all.stream();
        }

        /** Whether its étape may have two sessions in a day, or has two of them already although it asks for fewer. */
        private boolean isTwice(DayVisit visit, List<ReferenceSession> references) {
            return tours.isTwice(visit.stop())
                    || (question.terms().tournees().sessionsADayAPlace() > 1
                            && of(visit, references).count() > 1);
        }

        private Stream<ReferenceSession> of(DayVisit visit, List<ReferenceSession> references) {
            String stop = question.stops().get(visit.stop()).key();
            return references.stream().filter(session -> session.stop().equals(stop));
        }

        /** Each visit as it is, or at the minute of a reference. */
        private Stream<List<DayVisit>> variants(List<DayVisit> set, List<ReferenceSession> references) {
            Stream<List<DayVisit>> all = Stream.of(List.of());
            for (DayVisit visit : set) {
                List<DayVisit> choices = Stream.concat(
                                Stream.of(visit),
                                of(visit, references)
                                        .map(session -> new MinuteSpan(session.start(), session.start() + 1))
                                        .filter(visit.begins()::holds)
                                        .map(minute -> new DayVisit(visit.stop(), minute)))
                        .toList();
                all = all.flatMap(before -> choices.stream()
                        .map(choice -> Stream.concat(before.stream(), Stream.of(choice))
                                .toList()));
            }
            return all;
        }

        private List<RealDay> best(List<RealDay> days) {
            return IntStream.range(0, days.size())
                    .filter(day -> IntStream.range(0, days.size())
                            .noneMatch(other -> other != day
                                    && days.get(other).isAtLeast(days.get(day), question.terms())
                                    && (other < day || !days.get(day).isAtLeast(days.get(other), question.terms()))))
                    .mapToObj(days::get)
                    .toList();
        }

        private static List<ReferenceSession> kept(DayTour tour, List<ReferenceSession> references) {
            return references.stream()
                    .filter(session -> tour.sessions().stream().anyMatch(session::isSameAs))
                    .toList();
        }

        private record RealDay(DayTour tour, List<ReferenceSession> kept) {

            private boolean isAtLeast(RealDay other, TourTerms terms) {
                return kept.containsAll(other.kept)
                        && tour.roadMinutes() <= other.tour.roadMinutes()
                        && tour.work(terms) <= other.tour.work(terms);
            }
        }
    }
}
