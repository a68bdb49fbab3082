package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
}
