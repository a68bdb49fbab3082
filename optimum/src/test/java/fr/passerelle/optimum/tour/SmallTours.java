package fr.passerelle.optimum.tour;

import fr.passerelle.rules.tour.DateSpan;
import fr.passerelle.rules.tour.MinuteSpan;
import fr.passerelle.rules.tour.OpenWeek;
import fr.passerelle.rules.tour.ReferenceSession;
import fr.passerelle.rules.tour.Roads;
import fr.passerelle.rules.tour.TourAnimateur;
import fr.passerelle.rules.tour.TourDates;
import fr.passerelle.rules.tour.TourPoint;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.TourStop;
import fr.passerelle.rules.tour.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.SourceHoraires;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions that a seed makes, small enough for every calendar to be tried. */
final class SmallTours {

    static final LocalDate MONDAY = AnyRegion.MONDAY;
    static final String EPCI = "200072031";

    private static final OpenWeek HALL = open(new MinuteSpan(480, 1_140));
    private static final OpenWeek LIBRARY = open(new MinuteSpan(540, 720), new MinuteSpan(840, 1_080));

    private final Random random;

    private SmallTours(long seed) {
        this.random = new Random(seed);
    }

    /** Three étapes, and an animateur who works on Tuesdays and Thursdays. */
    static TourQuestion of(long seed) {
        return of(seed, List.of());
    }

    /** The same of the first and the last week alone, with sessions that were published on any of the days. */
    static TourQuestion published(long seed) {
        TourQuestion question = ofTwoWeeks(seed);
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
                                    "A-01",
                                    true));
                })
                .sorted(ReferenceSession.ORDER)
                .toList());
    }

    /** The same of the first and the last week alone. */
    static TourQuestion ofTwoWeeks(long seed) {
        return of(
                seed,
                List.of(new DateSpan(MONDAY.plusWeeks(1), MONDAY.plusWeeks(3).minusDays(1))));
    }

    private static TourQuestion of(long seed, List<DateSpan> absences) {
        SmallTours made = new SmallTours(seed);
        return new TourQuestion(
                new TourDates(MONDAY, 4, Set.of(), List.of()),
                IntStream.range(0, 3).mapToObj(made::stop).toList(),
                List.of(animateur("A-01", absences, JourOuvrable.MARDI, JourOuvrable.JEUDI)),
                new Roads(Map.of(), AnyRegion.TOURNEES.road()),
                AnyRegion.TERMS,
                List.of());
    }

    static TourAnimateur animateur(String id, List<DateSpan> absences, JourOuvrable... days) {
        return new TourAnimateur(
                id,
                new TourPoint("home:" + id, "02168", 49, 3),
                EPCI,
                new TreeSet<>(Set.of(EPCI)),
                Arrays.stream(days)
                        .flatMap(jour -> Stream.of(DemiJournee.values()).map(half -> new WorkHalf(jour, half)))
                        .collect(Collectors.toCollection(TreeSet::new)),
                absences,
                8);
    }

    static TourStop stop(String key, int asked, double latitude, OpenWeek hours) {
        return new TourStop(
                new TourPoint(key, "02168", latitude, 3), EPCI, key, List.of(), asked, hours, List.of(), null, true);
    }

    private TourStop stop(int number) {
        return stop(
                "place:" + number,
                List.of(1, 2, 4).get(random.nextInt(3)),
                49 + random.nextInt(-25, 26) / 111.0,
                random.nextBoolean() ? HALL : LIBRARY);
    }

    private static OpenWeek open(MinuteSpan... spans) {
        return new OpenWeek(
                SourceHoraires.FICHIER,
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(spans))));
    }
}
