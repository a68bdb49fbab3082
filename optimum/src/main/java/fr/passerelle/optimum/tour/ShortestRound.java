package fr.passerelle.optimum.tour;

import fr.passerelle.rules.tour.MinuteSpan;
import fr.passerelle.rules.tour.TourAnimateur;
import fr.passerelle.rules.tour.TourPoint;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.TourStop;
import fr.passerelle.schemas.bareme.Tournees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The least that a day of some visits takes, whatever the hours: days that are too long need not be timed. */
final class ShortestRound {

    private final TourQuestion question;
    private final int[][] minutes;

    ShortestRound(TourQuestion question) {
        this.question = question;
        List<TourPoint> points = Stream.concat(
                        question.stops().stream().map(TourStop::point),
                        question.animateurs().stream().map(TourAnimateur::home))
                .toList();
        this.minutes = points.stream()
                .map(from -> points.stream()
                        .mapToInt(to -> question.roads().of(from, to).minutes())
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Whether sessions and the shortest road between them are no longer than a day may be. */
    boolean fits(int animateur, LocalDate date, List<DayVisit> visits) {
        Tournees rules = question.terms().tournees();
        int session = rules.setUp() + question.terms().sessionMinutes() + rules.packUp();
        int home = question.stops().size() + animateur;
        int least = session * visits.size() + road(home, home, visits);
        return question.animateurs()
                .get(animateur)
                .day(date, rules.day())
                .filter(span -> least
                        <= Math.min(
                                length(span),
                                Math.min(rules.day().longest(), rules.day().span())))
                .isPresent();
    }

    private int road(int from, int home, List<DayVisit> visits) {
        if (visits.isEmpty()) {
            return minutes[from][home];
        }
        int least = Integer.MAX_VALUE;
        for (DayVisit next : visits) {
            List<DayVisit> others = new ArrayList<>(visits);
            others.remove(next);
            least = Math.min(least, minutes[from][next.stop()] + road(next.stop(), home, others));
        }
        return least;
    }

    private static int length(MinuteSpan span) {
        return span.end() - span.start();
    }
}
