package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.RealDays.RealDay;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real days of one cycle of a sector: which day each animateur makes of each date. */
final class CycleModel {

    private final TourQuestion question;
    private final LocalDate cycle;
    private final List<ReferenceSession> pins;
    private final TourModel model;
    private final Map<Cell, List<Outing>> cells = new LinkedHashMap<>();
    private final Map<String, LevelSum> held = new LinkedHashMap<>();

    private record Cell(int animateur, LocalDate date) {}

    private record Outing(int choice, RealDay day) {

        private DayTour tour() {
            return day.tour();
        }
    }

    /**
     * All its choices.
     *
     * @param pins sessions that may not move, whatever is lifted
     * @throws TourRefused where they leave no day
     */
    CycleModel(DayTourList tours, LocalDate cycle, List<ReferenceSession> pins) {
        this.question = tours.question();
        this.cycle = cycle;
        this.pins = pins;
        this.model = new TourModel(
                question.stops().stream()
                        .filter(stop -> !isOverfull(stop))
                        .mapToLong(stop -> question.asked(stop, cycle))
                        .sum(),
                question.animateurs().size());
        for (int animateur = 0; animateur < question.animateurs().size(); animateur++) {
            String id = question.animateurs().get(animateur).id();
            for (LocalDate date : question.dates().days(cycle)) {
                if (!question.isTold(id, date)) {
                    addCell(tours, new Cell(animateur, date));
                }
            }
        }
        question.stops().forEach(this::addStop);
        addWeeks();
        addPlaces();
    }

    TourModel model() {
        return model;
    }

    /** An étape has no more sessions than so many. */
    void atMost(TourStop stop, long sessions) {
        model.atMost(Objects.requireNonNull(held.get(stop.key())), sessions);
    }

    /** Days that are taken. */
    List<DayTour> days(BitSet taken) {
        return cells.values().stream()
                .flatMap(List::stream)
                .filter(outing -> taken.get(outing.choice()))
                .map(Outing::tour)
                .toList();
    }

    /** An answer that may be: pins alone, then, day by day, all the references that it still can hold as they are. */
    BitSet start() {
        BitSet taken = new BitSet();
        cells.forEach((cell, outings) -> outings.stream()
                .filter(outing -> !pins(cell).isEmpty())
                .min(Comparator.comparingInt(outing -> outing.tour().halts().size()))
                .ifPresent(outing -> taken.set(outing.choice())));
        if (!model.allows(taken)) {
            throw new TourRefused(
                    "Les séances publiées qui ne bougent plus ne tiennent plus ensemble dans les quatre semaines du %s."
                            .formatted(cycle));
        }
        cells.values()
                .forEach(outings -> outings.stream()
                        .filter(outing -> outing.day().kept().size()
                                == outing.tour().halts().size())
                        .max(Comparator.comparingInt(
                                outing -> outing.day().kept().size()))
                        .ifPresent(outing -> take(taken, outings, outing)));
        return taken;
    }

    /** The same étapes by the same animateurs on the same dates as some days, where that may be; else where it starts otherwise. */
    BitSet holding(List<DayTour> days) {
        BitSet taken = new BitSet();
        for (DayTour day : days) {
            cells.entrySet().stream()
                    .filter(cell -> cell.getKey().date().equals(day.date())
                            && question.animateurs()
                                    .get(cell.getKey().animateur())
                                    .id()
                                    .equals(day.animateur().id()))
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

    private void take(BitSet taken, List<Outing> outings, Outing outing) {
        BitSet before = (BitSet) taken.clone();
        outings.forEach(other -> taken.clear(other.choice()));
        taken.set(outing.choice());
        if (!model.allows(taken)) {
            taken.clear();
            taken.or(before);
        }
    }

    private void addCell(DayTourList tours, Cell cell) {
        List<ReferenceSession> pinned = pins(cell);
        List<Outing> outings = new RealDays(tours)
                .of(cell.animateur(), cell.date(), references(cell)).stream()
                        .filter(day -> day.kept().containsAll(pinned))
                        .map(day -> new Outing(model.choice(), day))
                        .toList();
        List<Integer> choices = outings.stream().map(Outing::choice).toList();
        if (pinned.isEmpty()) {
            model.atMostOne(choices);
        } else if (choices.isEmpty()) {
            throw new TourRefused("Les séances publiées du %s de %s ne tiennent plus en une journée."
                    .formatted(
                            cell.date(),
                            question.animateurs().get(cell.animateur()).id()));
        } else {
            model.exactlyOne(choices);
        }
        outings.forEach(outing -> model.drives(
                outing.choice(),
                cell.animateur(),
                outing.tour().roadMinutes(),
                outing.tour().work(question.terms())));
        cells.put(cell, outings);
    }

    private List<ReferenceSession> references(Cell cell) {
        String id = question.animateurs().get(cell.animateur()).id();
        return question.stops().stream()
                .flatMap(stop -> question.references(stop, cycle).stream())
                .filter(session ->
                        session.animateur().equals(id) && session.date().equals(cell.date()))
                .toList();
    }

    private List<ReferenceSession> pins(Cell cell) {
        String id = question.animateurs().get(cell.animateur()).id();
        return pins.stream()
                .filter(session ->
                        session.animateur().equals(id) && session.date().equals(cell.date()))
                .toList();
    }

    /** What it asks for, and how many of its references are held otherwise. */
    private void addStop(TourStop stop) {
        LevelSum sum = new LevelSum(0);
        held.put(stop.key(), sum);
        int references = question.references(stop, cycle).size();
        int most = question.most(stop, cycle, pins);
        boolean overfull = isOverfull(stop);
        cells.values()
                .forEach(outings -> outings.forEach(outing -> {
                    long sessions = outing.tour().halts().stream()
                            .filter(halt -> halt.stop().equals(stop))
                            .count();
                    long kept = outing.day().kept().stream()
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

    private void addWeeks() {
        WeekRows rows = new WeekRows(model, question.terms());
        cells.forEach((cell, outings) -> rows.add(
                List.of(cell.animateur(), TourDates.monday(cell.date())),
                outings.stream()
                        .map(outing -> new WeekRows.Choice(outing.choice(), outing.tour()))
                        .toList()));
        rows.write();
    }

    private void addPlaces() {
        PlaceRows rows = new PlaceRows(model, question.terms().tournees().sessionsADayAPlace());
        cells.forEach((cell, outings) ->
                outings.forEach(outing -> rows.add(outing.choice(), cell.animateur(), cell.date(), outing.tour())));
        rows.write();
    }
}
