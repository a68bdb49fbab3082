package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.MinuteSpan;
import fr.passerelle.calendar.rule.TourHalt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a place can take in a day from several animateurs; the day tours of one already keep to it. */
final class PlaceRows {

    private final TourModel model;
    private final int sessionsADay;
    private final SortedMap<String, List<Use>> uses = new TreeMap<>();

    private record Use(int choice, int animateur, MinuteSpan span) {}

    PlaceRows(TourModel model, int sessionsADay) {
        this.model = model;
        this.sessionsADay = sessionsADay;
    }

    /** @param day whatever tells days apart */
    void add(int choice, int animateur, Object day, DayTour tour) {
        for (TourHalt halt : tour.halts()) {
            uses.computeIfAbsent(day + " " + halt.stop().key(), it -> new ArrayList<>())
                    .add(new Use(choice, animateur, new MinuteSpan(halt.start(), halt.end())));
        }
    }

    void write() {
        uses.values().stream()
                .filter(day -> day.stream().mapToInt(Use::animateur).distinct().count() > 1)
                .forEach(this::writeDay);
    }

    private void writeDay(List<Use> day) {
        // Spans overlap exactly where the later one starts within the other.
        day.stream()
                .mapToInt(use -> use.span().start())
                .distinct()
                .sorted()
                .forEach(start -> model.atMostOne(day.stream()
                        .filter(use -> use.span().overlaps(new MinuteSpan(start, start + 1)))
                        .map(Use::choice)
                        .distinct()
                        .toList()));
        LevelSum sessions = new LevelSum(0);
        day.forEach(use -> sessions.add(use.choice(), 1));
        model.atMost(sessions, sessionsADay);
    }
}
