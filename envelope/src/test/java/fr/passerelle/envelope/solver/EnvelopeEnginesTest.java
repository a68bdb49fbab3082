package fr.passerelle.envelope.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two engines on envelopes of the size of a region: 57 EPCIs, seven options each. It prints the processor time that each took. */
@Tag("proof")
class EnvelopeEnginesTest {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @ParameterizedTest(name = "seed {0}, {1} % of what is asked")
    @CsvSource({"0, 40", "1, 40", "0, 70", "3, 70", "0, 100"})
    void agreeOnEveryLevel(long seed, int percent) {
        Envelope envelope = RandomEnvelope.of(seed, 57, 3, percent);

        Enveloppe found = timed(
                "CP-SAT, down to one answer",
                seed,
                percent,
                () -> EnvelopeSolver.solve(envelope, List.of(), false, message -> {}));
        List<Long> other = timed("SCIP, levels alone", seed, percent, () -> ScipLevels.of(envelope));

        assertThat(found.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        assertThat(found.getNiveaux()).extracting(Niveau::getValue).isEqualTo(other);
    }

    private static <T> T timed(String engine, long seed, int percent, Supplier<T> search) {
        long before = SYSTEM.getProcessCpuTime();
        T found = search.get();
        System.out.printf(
                "%s, seed %d, %d %%: %.1f s%n", engine, seed, percent, (SYSTEM.getProcessCpuTime() - before) / 1e9);
        return found;
    }
}
