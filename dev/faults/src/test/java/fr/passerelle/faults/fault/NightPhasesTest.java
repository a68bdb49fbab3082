package fr.passerelle.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.fault.NightPhases.Moment;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The moments are drawn over what a night told of its phases. */
class NightPhasesTest {

    private static final NightPhases PHASES = NightPhases.of("""
        Inventaire des salles ....................... fait (0,2 s)
        Fréquentation ............................... fait (1,4 s)
        Relais vers Kafka ........................... fait (0,3 s)
        """, 4000);

    @Test
    void readsThePhasesAndGivesTheRestToTheStart() {
        assertThat(PHASES.all())
                .extracting(NightPhases.Phase::name)
                .containsExactly("Démarrage", "Inventaire des salles", "Fréquentation", "Relais vers Kafka");
        assertThat(PHASES.all()).extracting(NightPhases.Phase::millis).containsExactly(2100L, 200L, 1400L, 300L);
    }

    @Test
    void drawsTheSameMomentsFromTheSameSeed() {
        assertThat(moments(7)).isEqualTo(moments(7)).isNotEqualTo(moments(8));
    }

    @Test
    void drawsMomentsInEveryPhaseAndWithinItsLength() {
        assertThat(moments(1))
                .allSatisfy(moment -> assertThat(moment.millis())
                        .isBetween(
                                0L,
                                start(moment) + PHASES.all().get(moment.rank()).millis() - 1));
        assertThat(moments(1)).extracting(Moment::rank).contains(0, 1, 2, 3);
    }

    /** The second phase is reached by its time alone. */
    private static long start(Moment moment) {
        return moment.rank() == 1 ? PHASES.all().getFirst().millis() : 0;
    }

    private static List<Moment> moments(long seed) {
        var dice = new SplittableRandom(seed);
        return IntStream.range(0, 40).mapToObj(each -> PHASES.draw(dice)).toList();
    }
}
