package fr.passerelle.envelope.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.sun.management.OperatingSystemMXBean;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.study.Solver;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;
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

    /** The levels of an envelope by another engine, SCIP, from a model of its own. */
    static final class ScipLevels {

        private final Envelope envelope;
        private final Map<Critere, Long> reached = new LinkedHashMap<>();

        private ScipLevels(Envelope envelope) {
            this.envelope = envelope;
        }

        static List<Long> of(Envelope envelope) {
            Solver.load();
            ScipLevels levels = new ScipLevels(envelope);
            envelope.valeur().levels().forEach(level -> levels.reached.put(level, levels.best(level)));
            return List.copyOf(levels.reached.values());
        }

        private long best(Critere level) {
            MPSolver solver = MPSolver.createSolver("SCIP");
            Map<EpciChoices, List<MPVariable>> taken = new LinkedHashMap<>();
            for (EpciChoices epci : envelope.epcis()) {
                MPConstraint one = solver.makeConstraint(1, 1);
                List<MPVariable> options = new ArrayList<>();
                for (FundingOption option : epci.options()) {
                    options.add(solver.makeBoolVar(option.toString()));
                    one.setCoefficient(options.getLast(), 1);
                }
                taken.put(epci, options);
            }
            for (CreditWindow window : envelope.windows()) {
                add(
                        solver.makeConstraint(-MPSolver.infinity(), window.limit()),
                        taken,
                        (epci, option) -> option.spent(window) + epci.engaged().spent(window));
            }
            for (EquityRow row : envelope.credits().equity()) {
                add(
                        solver.makeConstraint(row.least(), MPSolver.infinity()),
                        taken,
                        (epci, option) -> row.gives(epci) * epci.openings(option));
            }
            reached.forEach((before, value) -> add(
                    solver.makeConstraint(value, MPSolver.infinity()),
                    taken,
                    (epci, option) -> epci.value(option, before)));
            taken.forEach((epci, options) -> {
                for (int option = 0; option < options.size(); option++) {
                    solver.objective()
                            .setCoefficient(
                                    options.get(option),
                                    epci.value(epci.options().get(option), level));
                }
            });
            solver.objective().setMaximization();
            solver.solve();
            long value = Math.round(solver.objective().value());
            solver.delete();
            return value;
        }

        private static void add(
                MPConstraint row,
                Map<EpciChoices, List<MPVariable>> taken,
                ToLongBiFunction<EpciChoices, FundingOption> number) {
            taken.forEach((epci, options) -> {
                for (int option = 0; option < options.size(); option++) {
                    row.setCoefficient(
                            options.get(option),
                            number.applyAsLong(epci, epci.options().get(option)));
                }
            });
        }
    }
}
