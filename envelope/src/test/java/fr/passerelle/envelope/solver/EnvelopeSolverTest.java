package fr.passerelle.envelope.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeSolver.ProgrammeAnswer;
import fr.passerelle.envelope.solver.EnvelopeSolver.RefusalText;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.MoitieCredits;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.fault.RunRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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
        assertThat(found.getChoix()).isEqualTo(new ProgrammeAnswer(envelope, expected.orElseThrow()).choices());
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAnotherEngine(long seed) {
        Envelope drawn = RandomEnvelope.of(seed, 20, 3, 50);
        Envelope envelope = seed % 2 == 0 ? RandomEnvelope.engaged(drawn) : drawn;

        assertThat(solve(envelope).getNiveaux()).extracting(Niveau::getValue).isEqualTo(ScipLevels.of(envelope));
    }

    @Test
    void changesAsLittleAsItCanOfWhatWasAdopted() {
        Envelope envelope = small(3);
        List<Programme> best = bestOf(envelope);
        Programme adopted = best.getLast();

        List<ChoixEpci> found = EnvelopeSolver.solve(
                        envelope, new ProgrammeAnswer(envelope, adopted).choices(), false, message -> {})
                .getChoix();

        assertThat(best).hasSizeGreaterThan(1);
        assertThat(found).isEqualTo(new ProgrammeAnswer(envelope, adopted).choices());
    }

    /** Half of the credits of some does not hold what was notified. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 7, 10})
    void saysWhatHalfOfTheCreditsFundsBesideTheWhole(long seed) {
        Envelope envelope = small(seed);

        MoitieCredits found = Objects.requireNonNull(
                EnvelopeSolver.solve(envelope, List.of(), true, message -> {}).getMoitie());

        Envelope half = envelope.half();
        assertThat(Optional.ofNullable(found.getPlaces())).isEqualTo(reached(half, Critere.OUVERTURES));
        assertThat(Optional.ofNullable(found.getInhabitants())).isEqualTo(reached(half, Critere.HABITANTS_PROCHES));
        assertThat(Optional.of(found.getPlacesWhole())).isEqualTo(reached(envelope, Critere.OUVERTURES));
        assertThat(Optional.of(found.getInhabitantsWhole())).isEqualTo(reached(envelope, Critere.HABITANTS_PROCHES));
    }

    private static Optional<Long> reached(Envelope envelope, Critere critere) {
        return new BruteForce(envelope)
                .best(programme -> true)
                .map(programme -> Certificate.value(envelope, programme, critere));
    }

    @Test
    void saysThatItWasInterrupted() {
        Envelope envelope = RandomEnvelope.of(2, 57, 3, 70);

        Enveloppe found = EnvelopeSolver.solve(envelope, new ExactSearch(0.01));

        assertThat(found.getPreuve()).isEqualTo(Preuve.INTERROMPU);
        assertThat(found.getNiveaux().getFirst().getBound())
                .isGreaterThan(found.getNiveaux().getFirst().getValue());
    }

    /** Some of these stop while levels are sought, and would let ties take an unproven one further. */
    @ParameterizedTest(name = "limit {0}")
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.2, 0.4, 0.8})
    void answersWhereverItIsInterrupted(double limit) {
        Envelope envelope = RandomEnvelope.of(2, 57, 3, 70);

        Enveloppe found = EnvelopeSolver.solve(envelope, new ExactSearch(limit));

        assertThat(found.getNiveaux())
                .allSatisfy(level -> assertThat(level.getBound()).isGreaterThanOrEqualTo(level.getValue()));
        assertThat(found.getPreuve()).isEqualTo(Preuve.INTERROMPU);
    }

    @Test
    void usesTheCreditsThatItSays() {
        Envelope envelope = small(4);

        assertThat(solve(envelope).getUsages()).isNotEmpty().allSatisfy(usage -> {
            assertThat(usage.getLeft())
                    .isEqualTo(usage.getVoted()
                            .subtract(usage.getPromised())
                            .add(usage.getCarriedIn())
                            .subtract(usage.getCommitted())
                            .subtract(usage.getFunded()));
            assertThat(usage.getLeft()).isNotNegative();
        });
    }

    @Test
    void refusesCreditsThatDoNotHoldWhatWasNotified() {
        Envelope envelope = small(5);
        EpciChoices first = envelope.epcis().getFirst();
        FundingOption notified = new FundingOption(
                Financement.ETUDE,
                2018,
                null,
                new TreeMap<>(Map.of(new BudgetCell(2018, LigneCredit.ETUDE), 123_456_789L)),
                Map.of());
        long voted = envelope.credits()
                .credit(new BudgetCell(2018, LigneCredit.ETUDE))
                .voted();
        EpciChoices engaged = new EpciChoices(
                first.siren(),
                first.name(),
                first.departement(),
                first.besoin(),
                null,
                List.of(FundingOption.NOTHING),
                notified,
                List.of());

        assertThatThrownBy(() -> solve(new Envelope(envelope.credits(), envelope.valeur(), List.of(engaged))))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("Les crédits d'étude de 2018 ne suffisent pas à ce qui est déjà notifié")
                .hasMessageContaining(RefusalText.euros(123_456_789L - voted))
                .hasMessageMatching("(?s).*il manque 1\u00a02\\d\\d\u00a0\\d{3},\\d\\d\u00a0€.*");
    }

    @Test
    void namesTheRowOfEquityThatCannotBeHeld() {
        Envelope envelope =
                RandomEnvelope.of(1, 4, 2, 40, new EquityRow.OpeningFloor("99", 1), new EquityRow.HighNeedShare(0));

        assertThatThrownBy(() -> solve(envelope))
                .isInstanceOf(RunRefused.class)
                .hasMessage("Sous ces crédits, les lignes d'équité ne tiennent que sans l'une d'elles : "
                        + "le minimum d'ouvertures du département 99, 1.");
    }

    private static List<Programme> bestOf(Envelope envelope) {
        BruteForce all = new BruteForce(envelope);
        List<Long> levels = all.best(programme -> true).map(all::levels).orElseThrow();
        return all.holding()
                .filter(programme -> all.levels(programme).equals(levels))
                .toList();
    }

    /** Every third has something that was notified, and promises. */
    private static Envelope small(long seed) {
        Envelope drawn = RandomEnvelope.of(
                seed, 5, 2, 30 + (int) seed * 4, new EquityRow.HighNeedShare(seed % 2 == 0 ? 2_500 : 0));
        return seed % 3 == 1 ? RandomEnvelope.engaged(drawn) : drawn;
    }

    private static Enveloppe solve(Envelope envelope) {
        return EnvelopeSolver.solve(envelope, List.of(), false, message -> {});
    }
}
