package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.TourTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a week can take from an animateur: so much work, and so many sessions. */
final class WeekRows {

    private final TourModel model;
    private final TourTerms terms;
    private final Map<Object, List<List<Choice>>> weeks = new LinkedHashMap<>();

    /** A day tour that may be taken, by the number of its choice. */
    record Choice(int number, DayTour tour) {}

    WeekRows(TourModel model, TourTerms terms) {
        this.model = model;
        this.terms = terms;
    }

    /**
     * Adds a day.
     *
     * @param week whatever tells weeks of animateurs apart
     */
    void add(Object week, List<Choice> day) {
        weeks.computeIfAbsent(week, it -> new ArrayList<>()).add(day);
    }

    void write() {
        weeks.values().forEach(this::writeWeek);
    }

    private void writeWeek(List<List<Choice>> days) {
        LevelSum work = new LevelSum(0);
        LevelSum sessions = new LevelSum(0);
        days.forEach(day -> day.forEach(choice -> {
            work.add(choice.number(), choice.tour().work(terms));
            sessions.add(choice.number(), choice.tour().halts().size());
        }));
        model.atMost(work, terms.tournees().day().week());
        model.atMost(
                sessions,
                new WeekLimit(
                                terms,
                                days.stream()
                                        .map(day ->
                                                day.stream().map(Choice::tour).toList())
                                        .toList())
                        .sessions());
    }
}
