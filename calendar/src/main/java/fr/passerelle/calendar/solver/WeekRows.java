package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.TourTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

    /**
     * The most sessions that an animateur can hold in a week. A relaxation sees less: it fills the minutes of the week with parts of days.
     *
     * @param days the day tours of each day of the week
     */
    private record WeekLimit(TourTerms terms, Collection<? extends List<DayTour>> days) {

        private int sessions() {
            int most = days.size() * terms.tournees().sessionsADay();
            int[] least = new int[most + 1];
            Arrays.fill(least, 1, most + 1, terms.tournees().day().week() + 1);
            for (List<DayTour> day : days) {
                int[] before = least.clone();
                for (DayTour tour : day) {
                    int held = tour.halts().size();
                    for (int sessions = held; sessions <= most; sessions++) {
                        least[sessions] = Math.min(least[sessions], before[sessions - held] + tour.work(terms));
                    }
                }
            }
            while (least[most] > terms.tournees().day().week()) {
                most--;
            }
            return most;
        }
    }
}
