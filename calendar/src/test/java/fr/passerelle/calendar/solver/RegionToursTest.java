package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.ESTIMATED;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static fr.passerelle.calendar.rule.TourCases.TOURNEES;
import static fr.passerelle.calendar.rule.TourCases.question;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.SourceHoraires;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A region like that of the demonstration, sector by sector: it prints how far each is proven and what it takes of a processor. With
 * {@code -Dpasserelle.region=true} all its sectors over twelve weeks; else four weeks of three of them: one that asks for more than can be
 * held, one whose rhythms are not proven, one that two animateurs share.
 */
@Tag("proof")
class RegionToursTest {

    private static final boolean WHOLE = Boolean.getBoolean("passerelle.region");
    private static final double MOST_SECONDS = 300;

    private final double[] processors = new double[2];

    @Test
    void isSolvedWithinFiveMinutesOfTwoProcessorsAndTheSameTwice() {
        List<TourQuestion> sectors = sectors();
        List<TourAnswer> answers = sectors.stream().map(this::solved).toList();
        System.out.printf("two processors, sectors in their order: %.0f s and %.0f s%n", processors[0], processors[1]);

        assertThat(Math.max(processors[0], processors[1])).isLessThan(MOST_SECONDS);
        assertThat(sectors.stream().map(this::solved))
                .map(String::valueOf)
                .containsExactlyElementsOf(answers.stream().map(String::valueOf).toList());
    }

    private static List<TourQuestion> sectors() {
        List<TourQuestion> all = AnyRegion.sectors(1, WHOLE ? 12 : 4);
        return WHOLE ? all : all.subList(6, 9);
    }

    /** As a run does, the next sector goes to the processor that is free first. */
    private TourAnswer solved(TourQuestion sector) {
        long before = processorNanos();
        TourAnswer answer = TourSolver.solve(sector, true);
        double seconds = (processorNanos() - before) / 1e9;
        processors[processors[0] <= processors[1] ? 0 : 1] += seconds;
        print(sector, answer, seconds);
        assertThat(TourCheck.of(sector, answer.calendar()).breaches()).isEmpty();
        assertThat(resolutions(answer)).allSatisfy(RegionToursTest::assertGapTold);
        return answer;
    }

    /** Of this thread: the solver works in it. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void assertGapTold(ResolutionTournee resolution) {
        assertThat(resolution.getNiveaux().stream()
                        .filter(level -> level.getBound() != null && level.getBound() < level.getValue()))
                .hasSize(resolution.getPreuve() == Preuve.OPTIMAL ? 0 : 1);
    }

    private static Stream<ResolutionTournee> resolutions(TourAnswer answer) {
        return Stream.concat(Stream.of(Objects.requireNonNull(answer.resolution())), answer.cycles().stream());
    }

    private static void print(TourQuestion sector, TourAnswer answer, double seconds) {
        int asked = sector.stops().stream().mapToInt(TourStop::asked).sum()
                * sector.dates().cycles().size();
        System.out.printf(
                "%d étapes, %d animateurs, %d weeks: %.1f s of processor, %d of %d sessions held, %s%n",
                sector.stops().size(),
                sector.animateurs().size(),
                sector.dates().weeks(),
                seconds,
                answer.calendar().sessions().size(),
                asked,
                resolutions(answer).map(RegionToursTest::levels).collect(Collectors.joining(" | ")));
    }

    /** Each level with its bound where it is not proven. */
    private static String levels(ResolutionTournee resolution) {
        return resolution.getNiveaux().stream().map(RegionToursTest::level).collect(Collectors.joining(" "));
    }

    private static String level(NiveauAtteint level) {
        Long bound = level.getBound();
        if (bound == null) {
            return level.getValue() + " (no bound)";
        }
        return bound == level.getValue() ? "" + bound : level.getValue() + " (at least " + bound + ")";
    }

    /** A region like that of the demonstration, made by a seed: 113 étapes in 50 EPCIs, 12 animateurs, of whom two pairs share theirs. */
    static final class AnyRegion {

        private static final List<Integer> STOPS = List.of(
                2, 4, 2, 2, 3, 2, 2, 3, 5, 1, 2, 2, 3, 4, 2, 1, 2, 3, 1, 5, 2, 2, 2, 4, 2, 2, 1, 3, 2, 1, 4,
                2, // eight alone
                2, 1, 1, 2, 1, 3, 2, 1, 1, // first pair
                7, 2, 2, 2, 2, 2, 2, 1, 1); // second
        private static final List<Integer> ASKED = List.of(1, 2, 2, 3, 4, 4, 4, 5, 6, 8, 10);
        private static final double DEGREES_A_KM = 1 / 111.0;

        private final Random random;
        private final TourDates dates;

        private AnyRegion(long seed, TourDates dates) {
            this.random = new Random(seed);
            this.dates = dates;
        }

        /** Its sectors: first those of one animateur. A public holiday lies in the second cycle. */
        static List<TourQuestion> sectors(long seed, int weeks) {
            AnyRegion region =
                    new AnyRegion(seed, new TourDates(MONDAY, weeks, Set.of(LocalDate.of(2018, 2, 5)), List.of()));
            List<TourQuestion> sectors = new ArrayList<>();
            for (int alone = 0; alone < 8; alone++) {
                sectors.add(region.sector(4 * alone, 4, 1));
            }
            sectors.add(region.sector(32, 9, 2));
            sectors.add(region.sector(41, 9, 2));
            return sectors;
        }

        /** Some étapes within 15 km of each other, over four weeks: nearly any three of them make a day. */
        static TourQuestion alone(long seed, int stops) {
            AnyRegion region = new AnyRegion(seed, new TourDates(MONDAY, TourDates.CYCLE, Set.of(), List.of()));
            String siren = "200000000";
            return question(
                    TourDates.CYCLE,
                    IntStream.range(0, stops)
                            .mapToObj(stop -> region.stop(siren, stop, 49, 2.5))
                            .toList(),
                    List.of(region.animateur(0, 0, 0, List.of(siren))),
                    ESTIMATED);
        }

        private TourQuestion sector(int from, int epcis, int animateurs) {
            Set<String> serves = new TreeSet<>();
            List<TourStop> stops = new ArrayList<>();
            for (int epci = from; epci < from + epcis; epci++) {
                String siren = "2000%05d".formatted(epci);
                serves.add(siren);
                double latitude = 49 + (epci - from) / 2 * 22 * DEGREES_A_KM;
                double longitude = 2.5 + (epci - from) % 2 * 22 * DEGREES_A_KM * 1.5;
                for (int stop = 0; stop < STOPS.get(epci); stop++) {
                    stops.add(stop(siren, stop, latitude, longitude));
                }
            }
            return new TourQuestion(
                    dates,
                    stops,
                    IntStream.range(0, animateurs)
                            .mapToObj(number -> animateur(from, number, epcis, serves))
                            .toList(),
                    ESTIMATED,
                    TERMS,
                    List.of());
        }

        private TourStop stop(String siren, int number, double latitude, double longitude) {
            boolean library = random.nextInt(3) == 0;
            return new TourStop(
                    new TourPoint(
                            "room:" + siren + "-" + number,
                            "02168",
                            latitude + random.nextInt(-10, 11) * DEGREES_A_KM,
                            longitude + random.nextInt(-10, 11) * DEGREES_A_KM * 1.5),
                    siren,
                    "Lieu " + number,
                    List.of(),
                    ASKED.get(random.nextInt(ASKED.size())),
                    library ? library() : OpenWeek.supposed(TOURNEES),
                    List.of(),
                    null,
                    true);
        }

        private static OpenWeek library() {
            Map<DayOfWeek, List<MinuteSpan>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day :
                    List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)) {
                week.put(day, List.of(new MinuteSpan(600, 750), new MinuteSpan(840, 1_080)));
            }
            return new OpenWeek(SourceHoraires.FICHIER, week);
        }

        private TourAnimateur animateur(int from, int number, int epcis, Collection<String> serves) {
            TreeSet<WorkHalf> worked = new TreeSet<>();
            for (JourOuvrable jour : JourOuvrable.values()) {
                for (DemiJournee half : DemiJournee.values()) {
                    if (jour != JourOuvrable.SAMEDI && !(from % 3 == 1 && jour == JourOuvrable.LUNDI)) {
                        worked.add(new WorkHalf(jour, half));
                    }
                }
            }
            String id = "A-%02d-%d".formatted(from, number);
            double latitude = 49 + (number + 0.5) * epcis / 4.0 * 22 * DEGREES_A_KM;
            return new TourAnimateur(
                    id,
                    new TourPoint("home:" + id, "02169", latitude, 2.5 + 11 * DEGREES_A_KM * 1.5),
                    serves.iterator().next(),
                    new TreeSet<>(serves),
                    worked,
                    List.of(),
                    8);
        }
    }
}
