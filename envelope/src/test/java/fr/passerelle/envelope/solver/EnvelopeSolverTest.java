package fr.passerelle.envelope.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeEnginesTest.ScipLevels;
import fr.passerelle.envelope.solver.EnvelopeSolver.ProgrammeAnswer;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MoitieCredits;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.fault.RunRefused;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        Enveloppe found = interrupted(RandomEnvelope.of(2, 57, 3, 70), 0.01);

        assertThat(found.getPreuve()).isEqualTo(Preuve.INTERROMPU);
        assertThat(found.getNiveaux().getFirst().getBound())
                .isGreaterThan(found.getNiveaux().getFirst().getValue());
    }

    private static Enveloppe interrupted(Envelope envelope, double limit) {
        return EnvelopeSolver.answer(EnvelopeSolver.best(envelope, List.of(), message -> {}, new ExactSearch(limit)))
                .setEquite(List.of())
                .setAttentes(List.of())
                .build();
    }

    /** Some of these stop while levels are sought, and would let ties take an unproven one further. */
    @ParameterizedTest(name = "limit {0}")
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.2, 0.4, 0.8})
    void answersWhereverItIsInterrupted(double limit) {
        Enveloppe found = interrupted(RandomEnvelope.of(2, 57, 3, 70), limit);

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
        EpciChoices engaged = RandomEnvelope.notified(first, first.besoin(), notified);

        assertThatThrownBy(() -> solve(new Envelope(envelope.credits(), envelope.valeur(), List.of(engaged))))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("Les crédits d'étude de 2018 ne suffisent pas à ce qui est déjà notifié")
                .hasMessageContaining(EnvelopeSolver.euros(123_456_789L - voted))
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

    private static Envelope small(long seed) {
        return drawn(seed, 5, 30);
    }

    private static Enveloppe solve(Envelope envelope) {
        return EnvelopeSolver.solve(envelope, List.of(), false, message -> {});
    }

    private static final List<Wait> WAITS = LongStream.rangeClosed(1, 8)
            .boxed()
            .flatMap(seed -> waits(drawn(seed, 4, 25)))
            .toList();

    /** Every third has something that was notified, and promises. */
    private static Envelope drawn(long seed, int epcis, int percent) {
        Envelope drawn = RandomEnvelope.of(
                seed, epcis, 2, percent + (int) seed * 4, new EquityRow.HighNeedShare(seed % 2 == 0 ? 2_500 : 0));
        return seed % 3 == 1 ? RandomEnvelope.engaged(drawn) : drawn;
    }

    /**
     * One that waits, and why. Each reason is applied to every programme there is, without a solver: with it the EPCI enters, with one unit
     * less it does not.
     */
    record Wait(Envelope envelope, List<Long> levels, EpciChoices epci, MotifAttente motif) {

        boolean enters(Programme programme) {
            return programme.of(epci).financement() == motif.getFinancement();
        }

        boolean losesNothing(Programme programme) {
            return BruteForce.compare(Certificate.of(envelope, programme).levels(), levels) >= 0;
        }

        @Override
        public String toString() {
            return epci.siren() + " of " + levels;
        }
    }

    static List<Wait> all() {
        assertThat(WAITS).hasSizeGreaterThan(10);
        return WAITS;
    }

    @ParameterizedTest
    @MethodSource("all")
    void findsTheLeastMoreOfEachYear(Wait wait) {
        List<Programme> programmes = new BruteForce(wait.envelope())
                .programmes()
                .filter(wait::enters)
                .filter(wait::losesNothing)
                .filter(programme -> holdsEquity(wait.envelope(), programme))
                .toList();

        assertThat(wait.motif().getCredits()).hasSize(5).allSatisfy((CreditManquant credit) -> {
            Optional<BigDecimal> least = programmes.stream()
                    .flatMap(programme -> needed(wait.envelope(), programme, credit.getYear()).stream())
                    .min(Long::compare)
                    .map(Credits::euros);
            assertThat(Optional.ofNullable(credit.getEuros())).isEqualTo(least);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void findsTheLeastThatTheEpciGivesUp(Wait wait) {
        Integer share = wait.motif().getLeviers().getFirst().getPerMille();

        assertThat(wait.motif().getLeviers().getFirst().getLevier()).isEqualTo(LevierPropre.COUT);
        assertThat(entersCheaper(wait, share == null ? 1_000 : share)).isEqualTo(share != null);
        assertThat(share == null || share == 0 || !entersCheaper(wait, share - 1))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void triesALaterOpening(Wait wait) {
        FundingOption first = wait.epci().options().stream()
                .filter(option -> option.financement() == wait.motif().getFinancement())
                .findFirst()
                .orElseThrow();

        boolean enters = new BruteForce(wait.envelope())
                .holding()
                .filter(programme -> !programme.of(wait.epci()).equals(first))
                .filter(wait::enters)
                .anyMatch(wait::losesNothing);

        assertThat(wait.motif().getLeviers().getLast().getEntre()).isEqualTo(enters);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItsEntryCosts(Wait wait) {
        Optional<List<Long>> forced =
                new BruteForce(wait.envelope()).best(wait::enters).map(new BruteForce(wait.envelope())::levels);

        assertThat(wait.motif().getRemplacement().getPossible()).isEqualTo(forced.isPresent());
        assertThat(wait.motif().getRemplacement().getNiveaux())
                .extracting(Niveau::getValue)
                .isEqualTo(forced.orElse(List.of()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhetherAChoiceNearTheBestHoldsIt(Wait wait) {
        boolean near = new BruteForce(wait.envelope())
                .holding()
                .filter(wait::enters)
                .map(new BruteForce(wait.envelope())::levels)
                .anyMatch(levels -> levels.getFirst() * 100 >= wait.levels().getFirst() * 99);

        assertThat(wait.motif().getDansUnPourCent()).isEqualTo(near);
    }

    @ParameterizedTest
    @MethodSource("all")
    void dropsEachRowAlone(Wait wait) {
        assertThat(wait.motif().getLignes()).isNotEmpty().allSatisfy(row -> {
            BruteForce without = new BruteForce(without(wait.envelope(), row));
            List<Long> best =
                    without.best(programme -> true).map(without::levels).orElseThrow();
            boolean enters = without.holding()
                    .filter(wait::enters)
                    .anyMatch(programme -> without.levels(programme).equals(best));
            assertThat(row.getEntre()).as(row.toString()).isEqualTo(enters);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void provesAllOfIt(Wait wait) {
        assertThat(wait.motif().getPreuve()).isEqualTo(Preuve.OPTIMAL);
        assertThat(wait.motif().getFinancement())
                .isEqualTo(wait.epci().mayOpen() ? Financement.OUVERTURE : Financement.ETUDE);
    }

    private static Stream<Wait> waits(Envelope envelope) {
        Enveloppe answer = EnvelopeSolver.solve(envelope, List.of(), true, message -> {});
        List<Long> levels = answer.getNiveaux().stream().map(Niveau::getValue).toList();
        return answer.getAttentes().stream()
                .map(motif -> new Wait(envelope, levels, epci(envelope, motif.getEpci()), motif));
    }

    private static EpciChoices epci(Envelope envelope, String siren) {
        return envelope.epcis().stream()
                .filter(epci -> epci.siren().equals(siren))
                .findFirst()
                .orElseThrow();
    }

    private static boolean entersCheaper(Wait wait, int perMille) {
        Envelope cheaper = wait.envelope().cheaper(wait.epci(), perMille);
        return new BruteForce(cheaper).holding().filter(wait::enters).anyMatch(wait::losesNothing);
    }

    private static boolean holdsEquity(Envelope envelope, Programme programme) {
        return envelope.credits().equity().stream()
                .allMatch(row -> envelope.epcis().stream()
                                .mapToLong(epci -> row.gives(epci) * epci.openings(programme.of(epci)))
                                .sum()
                        >= row.least());
    }

    /** Cents that a year lacks over all lines; empty where a window that the year is not in lacks any. */
    private static Optional<Long> needed(Envelope envelope, Programme programme, int year) {
        Predicate<CreditWindow> helped = window -> window.holds(new BudgetCell(year, window.line()));
        boolean others = envelope.windows().stream()
                .filter(helped.negate())
                .anyMatch(window -> lack(envelope, programme, window) > 0);
        return others
                ? Optional.empty()
                : Optional.of(Stream.of(LigneCredit.values())
                        .mapToLong(line -> envelope.windows().stream()
                                .filter(helped)
                                .filter(window -> window.line() == line)
                                .mapToLong(window -> lack(envelope, programme, window))
                                .max()
                                .orElse(0))
                        .sum());
    }

    private static long lack(Envelope envelope, Programme programme, CreditWindow window) {
        return Math.max(0, Certificate.spent(envelope, programme, window) - window.limit());
    }

    private static Envelope without(Envelope envelope, LigneLevee row) {
        if (row.getYear() != null && row.getLine() != null) {
            return envelope.without(new BudgetCell(row.getYear(), row.getLine()));
        }
        return envelope.without(envelope.credits().equity().getFirst());
    }

    /** Every programme of a small envelope, in the order in which ties are broken: no solver, nothing clever. */
    record BruteForce(Envelope envelope) {

        /** The first of the best that fulfil a condition; empty where none may be. */
        Optional<Programme> best(Predicate<Programme> condition) {
            return holding()
                    .filter(condition)
                    .reduce((one, other) -> compare(levels(other), levels(one)) > 0 ? other : one);
        }

        /** Those that may be. */
        Stream<Programme> holding() {
            return programmes()
                    .filter(programme -> Certificate.of(envelope, programme).holds());
        }

        Stream<Programme> programmes() {
            List<Programme> programmes = List.of(new Programme(new TreeMap<>()));
            for (EpciChoices epci : envelope.epcis()) {
                List<Programme> longer = new ArrayList<>();
                for (Programme programme : programmes) {
                    for (FundingOption option : epci.options()) {
                        TreeMap<String, FundingOption> chosen = new TreeMap<>(programme.bySiren());
                        chosen.put(epci.siren(), option);
                        longer.add(new Programme(chosen));
                    }
                }
                programmes = longer;
            }
            return programmes.stream();
        }

        List<Long> levels(Programme programme) {
            return Certificate.of(envelope, programme).levels();
        }

        /** By levels, the first first. */
        static int compare(List<Long> one, List<Long> other) {
            return Arrays.compare(one.toArray(Long[]::new), other.toArray(Long[]::new));
        }
    }
}
