package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATED;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.halves;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Questions that a seed makes, small enough for every calendar to be tried. */
public final class SmallTours {

    private static final List<DateSpan> WITHOUT_TWO_WEEKS =
            List.of(new DateSpan(MONDAY.plusWeeks(1), MONDAY.plusWeeks(3).minusDays(1)));

    private final Random random;

    private SmallTours(long seed) {
        this.random = new Random(seed);
    }

    /** Three étapes, and an animateur who works on Tuesdays and Thursdays. */
    static TourQuestion of(long seed) {
        return of(seed, List.of());
    }

    /** The same étapes, and two animateurs of different homes, each half of those days worked by one of them or by both. */
    static TourQuestion shared(long seed) {
        return shared(seed, List.of());
    }

    /** The same of the first week alone. */
    static TourQuestion sharedOfAWeek(long seed) {
        return shared(seed, List.of(new DateSpan(MONDAY.plusWeeks(1), MONDAY.plusWeeks(4))));
    }

    /** The same question with sessions that were published on any of the days. */
    static TourQuestion published(TourQuestion question, long seed) {
        Random random = new Random(seed);
        List<LocalDate> dates = new ArrayList<>(question.dates().days(MONDAY).stream()
                .filter(date -> date.getDayOfWeek() == DayOfWeek.TUESDAY || date.getDayOfWeek() == DayOfWeek.THURSDAY)
                .toList());
        return question.withReferences(question.stops().stream()
                .flatMap(stop -> {
                    Collections.shuffle(dates, random);
                    return IntStream.range(0, random.nextInt(stop.asked() + 1))
                            .mapToObj(rank -> new ReferenceSession(
                                    stop.key() + "|" + MONDAY + "|" + rank,
                                    stop.key(),
                                    dates.get(rank),
                                    540 + 60 * random.nextInt(6),
                                    question.animateurs()
                                            .get(random.nextInt(
                                                    question.animateurs().size()))
                                            .id(),
                                    true));
                })
                .sorted(ReferenceSession.ORDER)
                .toList());
    }

    /** The same question on a day of it: what was published for that day, the next and those before is a fact. */
    static TourQuestion since(TourQuestion question, LocalDate today) {
        return question.withDates(question.dates().since(today.plusDays(1)))
                .withReferences(question.references().stream()
                        .map(session -> new ReferenceSession(
                                session.seance(),
                                session.stop(),
                                session.date(),
                                session.start(),
                                session.animateur(),
                                session.published(),
                                !session.date().isAfter(today.plusDays(1))))
                        .toList());
    }

    /** The same of the first and the last week alone. */
    static TourQuestion ofTwoWeeks(long seed) {
        return of(seed, WITHOUT_TWO_WEEKS);
    }

    private static TourQuestion of(long seed, List<DateSpan> absences) {
        SmallTours made = new SmallTours(seed);
        return question(made.stops(), List.of(animateur("A-01", absences, JourOuvrable.MARDI, JourOuvrable.JEUDI)));
    }

    private static TourQuestion shared(long seed, List<DateSpan> absences) {
        SmallTours made = new SmallTours(seed);
        List<TourStop> stops = made.stops();
        SortedSet<WorkHalf> all = halves(List.of(JourOuvrable.MARDI, JourOuvrable.JEUDI), DemiJournee.values());
        SortedSet<WorkHalf> first = new TreeSet<>(all);
        SortedSet<WorkHalf> second = new TreeSet<>(all);
        for (WorkHalf half : all) {
            int who = made.random.nextInt(3);
            if (who == 0) {
                first.remove(half);
            } else if (who == 1) {
                second.remove(half);
            }
        }
        return question(
                stops,
                List.of(animateur("A-01", 49, absences, first), animateur("A-02", made.latitude(), absences, second)));
    }

    private static TourQuestion question(List<TourStop> stops, List<TourAnimateur> animateurs) {
        return TourCases.question(4, stops, animateurs, ESTIMATED);
    }

    static TourAnimateur animateur(String id, List<DateSpan> absences, JourOuvrable... days) {
        return animateur(id, 49, absences, halves(List.of(days), DemiJournee.values()));
    }

    private static TourAnimateur animateur(
            String id, double latitude, List<DateSpan> absences, SortedSet<WorkHalf> worked) {
        return TourCases.animateur(id, new TourPoint("home:" + id, "02168", latitude, 3), absences, worked);
    }

    static TourStop stop(String key, int asked, double latitude, OpenWeek hours) {
        return new TourStop(
                new TourPoint(key, "02168", latitude, 3), EPCI, key, List.of(), asked, hours, List.of(), null, true);
    }

    private List<TourStop> stops() {
        return IntStream.range(0, 3).mapToObj(this::stop).toList();
    }

    private TourStop stop(int number) {
        return stop(
                "place:" + number,
                List.of(1, 2, 4).get(random.nextInt(3)),
                latitude(),
                random.nextBoolean() ? HALL : LIBRARY);
    }

    private double latitude() {
        return 49 + random.nextInt(-25, 26) / 111.0;
    }
}
