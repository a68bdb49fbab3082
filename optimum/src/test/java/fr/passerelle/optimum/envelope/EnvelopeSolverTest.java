package fr.passerelle.optimum.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.envelope.Envelope;
import fr.passerelle.rules.envelope.EpciChoices;
import fr.passerelle.rules.envelope.EquityRow;
import fr.passerelle.rules.envelope.Programme;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeSolverTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsTheOneAnswerThatTryingAllFinds(long seed) {
        Envelope envelope = small(seed);

        Optional<Programme> expected = new BruteForce(envelope).best(programme -> true);

        assertThat(expected).isPresent();
        Enveloppe found = solve(envelope);
        assertThat(found.getChoix()).isEqualTo(new ProgrammeChoices(envelope, expected.orElseThrow()).all());
        assertThat(found.getNiveaux())
                .extracting(Niveau::getValue)
                .isEqualTo(new BruteForce(envelope).levels(expected.orElseThrow()));
        assertThat(found.getPreuve()).isEqualTo(Preuve.OPTIMAL);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void givesTheSameBytesWhateverTheOrderOfTheEpcis(long seed) throws IOException {
        Envelope envelope = RandomEnvelope.of(seed, 12, 3, 50);
        List<EpciChoices> shuffled = new ArrayList<>(envelope.epcis());
        Collections.shuffle(shuffled, new Random(seed));

        Enveloppe other = solve(new Envelope(envelope.credits(), envelope.valeur(), shuffled));

        assertThat(other.toByteBuffer()).isEqualTo(solve(envelope).toByteBuffer());
    }

    private static Envelope small(long seed) {
        return RandomEnvelope.of(
                seed, 5, 2, 30 + (int) seed * 4, new EquityRow.HighNeedShare(seed % 2 == 0 ? 2_500 : 0));
    }

    private static Enveloppe solve(Envelope envelope) {
        return EnvelopeSolver.solve(
                new EnvelopeQuestion(envelope, RandomEnvelope.VALEURS, List.of(), false), message -> {});
    }
}
