package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.DayTourList.DayVisit;
import fr.passerelle.schemas.bareme.Tournees;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The least that a day of some visits takes, without any break: days that are too long, or too late for a place, need not be timed. */
final class ShortestRound {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int NEVER = Integer.MAX_VALUE / 2;

    private final TourQuestion question;
    private final Tournees rules;
    private final int session;
    private final int[][] minutes;
    private final int[][][] starts;

    /** @param question an ordinary cycle: no place is closed but by its week */
    ShortestRound(TourQuestion question) {
        this.question = question;
        this.rules = question.terms().tournees();
        this.session = question.terms().stay();
        List<TourPoint> points = Stream.concat(
                        question.stops().stream().map(TourStop::point),
                        question.animateurs().stream().map(TourAnimateur::home))
                .toList();
        this.minutes = points.stream()
                .map(from -> points.stream()
                        .mapToInt(to -> question.roads().of(from, to).minutes())
                        .toArray())
                .toArray(int[][]::new);
        this.starts = question.stops().stream()
                .map(stop -> Stream.of(DayOfWeek.values())
                        .map(day -> starts(stop, question.dates().from().with(day)))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    /** From each step of a day on, the first minute at which a session may begin. */
    private int[] starts(TourStop stop, LocalDate date) {
        int[] first = new int[MINUTES_A_DAY / rules.step() + 2];
        Arrays.fill(first, NEVER);
        for (int step = first.length - 2; step >= 0; step--) {
            int minute = step * rules.step();
            first[step] = stop.isOpen(date, question.terms().session(minute)) ? minute : first[step + 1];
        }
        return first;
    }

    int between(int stop, int other) {
        return minutes[stop][other] + minutes[other][stop];
    }

    int fromHome(int animateur, int stop) {
        return between(question.stops().size() + animateur, stop);
    }

    /** No day of an animateur has less road, whichever of some étapes come first and last. */
    int leastRoad(int animateur, int... stops) {
        int home = question.stops().size() + animateur;
        return Arrays.stream(stops).map(stop -> minutes[home][stop]).min().orElse(0)
                + Arrays.stream(stops).map(stop -> minutes[stop][home]).min().orElse(0);
    }

    /** Whether sessions, the shortest road between them and the hours of their places may be a day. */
    boolean fits(int animateur, LocalDate date, List<DayVisit> visits) {
        int home = question.stops().size() + animateur;
        return question.animateurs()
                .get(animateur)
                .day(date, rules.day())
                .filter(span ->
                        new Trial(date.getDayOfWeek(), home, span, visits.size()).ends(home, span.start(), 0, visits))
                .isPresent();
    }

    /** A day of some sessions, in whatever order. */
    private final class Trial {

        private final int day;
        private final int home;
        private final int end;
        private final int longestRoad;

        Trial(DayOfWeek day, int home, MinuteSpan span, int sessions) {
            this.day = day.getValue() - 1;
            this.home = home;
            this.end = span.end();
            int longest = Math.min(
                    span.end() - span.start(),
                    Math.min(rules.day().longest(), rules.day().span()));
            this.longestRoad = longest - session * sessions;
        }

        /** Whether the visits that are left can follow, from a place and a minute on. */
        private boolean ends(int at, int free, int road, List<DayVisit> left) {
            if (road > longestRoad) {
                return false;
            }
            if (left.isEmpty()) {
                return road + minutes[at][home] <= longestRoad && free + minutes[at][home] <= end;
            }
            for (DayVisit next : left) {
                int there = minutes[at][next.stop()];
                int start = start(next, free + there + rules.setUp());
                if (start < next.begins().end()
                        && ends(
                                next.stop(),
                                start + question.terms().sessionMinutes() + rules.packUp(),
                                road + there,
                                without(left, next))) {
                    return true;
                }
            }
            return false;
        }

        private int start(DayVisit visit, int ready) {
            int step = Math.ceilDiv(Math.max(ready, visit.begins().start()), rules.step());
            int[] first = starts[visit.stop()][day];
            return step < first.length ? first[step] : NEVER;
        }

        private static List<DayVisit> without(List<DayVisit> all, DayVisit one) {
            List<DayVisit> others = new ArrayList<>(all);
            others.remove(one);
            return others;
        }
    }
}
