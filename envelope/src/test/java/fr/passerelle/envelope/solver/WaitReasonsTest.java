package fr.passerelle.envelope.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason is applied to every programme there is, without a solver: with it the EPCI enters, with one unit less it does not. */
class WaitReasonsTest {

    private static final List<Wait> WAITS = LongStream.rangeClosed(1, 8)
            .boxed()
            .flatMap(seed -> waits(drawn(seed)))
            .toList();

    /** Every third has something that was notified, and promises. */
    private static Envelope drawn(long seed) {
        Envelope drawn = RandomEnvelope.of(
                seed, 4, 2, 25 + (int) (seed * 4), new EquityRow.HighNeedShare(seed % 2 == 0 ? 2_500 : 0));
        return seed % 3 == 1 ? RandomEnvelope.engaged(drawn) : drawn;
    }

    /** One that waits, and why. */
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
}
