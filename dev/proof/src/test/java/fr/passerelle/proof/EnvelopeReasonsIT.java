package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why EPCIs of the demonstration wait, each reason applied: what it claims is solved for anew. */
@Tag("proof")
@Story
class EnvelopeReasonsIT {

    @AutoClose
    private final Deployment system = Deployments.demonstration();

    private final PublishedResults published = Deployments.results(system);

    /** At 40 and 70 % of what is asked some wait, at the whole of it nobody does. */
    @ParameterizedTest
    @ValueSource(ints = {40, 70, 100})
    void tellsReasonsThatHoldWhenTheyAreApplied(int percent) {
        Envelope envelope = asked(percent);

        Enveloppe answer = solved(envelope, true);

        assertThat(bytes(solved(envelope, true))).isEqualTo(bytes(answer));
        assertThat(answer.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        assertThat(answer.getAttentes().isEmpty()).isEqualTo(percent == 100);
        assertThat(answer.getAttentes())
                .hasSameSizeAs(
                        answer.getChoix().stream().filter(ChoixEpci::getAttend).toList());
        Map<BudgetCell, List<Long>> dropped = new TreeMap<>();
        assertThat(answer.getAttentes()).allSatisfy(motif -> new Wait(envelope, levels(answer), motif).check(dropped));
    }

    /** Under a share of the credits that fund the first option of each EPCI in its year; what is left carries over. */
    private Envelope asked(int percent) {
        SortedMap<BudgetCell, Long> asked = new TreeMap<>();
        Envelope without = under(cell -> 0);
        without.epcis()
                .forEach(epci ->
                        epci.options().getFirst().cents().forEach((cell, part) -> asked.merge(cell, part, Long::sum)));
        return without.with(credits(cell -> asked.getOrDefault(cell, 0L) * percent / 100));
    }

    private Envelope under(ToLongFunction<BudgetCell> cents) {
        Bareme bareme = published.run().bareme();
        return new Envelopes(bareme, YearMonth.parse(published.run().asOf()), published.epcis(), Map.of())
                .of(published.proposals().plans().values(), credits(cents), Valeur.HABITANTS);
    }

    private static Credits credits(ToLongFunction<BudgetCell> cents) {
        return Credits.of(
                IntStream.rangeClosed(2018, 2022)
                        .boxed()
                        .flatMap(year -> Stream.of(LigneCredit.values()).map(line -> new BudgetCell(year, line)))
                        .map(cell -> new Credit(cell, cents.applyAsLong(cell), 0, true))
                        .toList(),
                List.of());
    }

    private static Enveloppe solved(Envelope envelope, boolean reasons) {
        return EnvelopeSolver.solve(envelope, List.of(), reasons, line -> {});
    }

    private static List<Long> levels(Enveloppe answer) {
        return answer.getNiveaux().stream().map(Niveau::getValue).toList();
    }

    private static byte[] bytes(Enveloppe answer) {
        return new Records().encode(answer);
    }

    /**
     * An EPCI that waits, and the best levels without it; forced to choose what it waits for, it enters where no level
     * is lost.
     */
    private record Wait(Envelope envelope, List<Long> best, MotifAttente motif) {

        /** More than all could cost, in cents. */
        private static final long PLENTY = 100_000_000_000L;

        private static final int WHOLE = 1_000;

        /** @param dropped the best levels without each row of the credits, filled as they are asked for */
        void check(Map<BudgetCell, List<Long>> dropped) {
            Optional<List<Long>> forced = forced(envelope);
            assertThat(motif.getRemplacement().getPossible()).isEqualTo(forced.isPresent());
            assertThat(motif.getRemplacement().getNiveaux())
                    .extracting(Niveau::getValue)
                    .isEqualTo(forced.orElse(List.of()));
            assertThat(motif.getDansUnPourCent())
                    .isEqualTo(forced.filter(levels -> 100 * levels.getFirst() >= 99 * best.getFirst())
                            .isPresent());
            assertThat(motif.getCredits()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(this::checkCredit);
            assertThat(motif.getLeviers()).hasSize(3).allSatisfy(this::checkLever);
            assertThat(motif.getLignes())
                    .hasSameSizeAs(envelope.credits().byCell().keySet())
                    .allSatisfy(row -> checkRow(row, dropped));
        }

        /** With that much more on each line of the year; where no amount is enough, not with a billion. */
        private void checkCredit(CreditManquant credit) {
            boolean isEnough = credit.getEuros() != null;
            long cents = isEnough ? Credits.cents(credit.getEuros()) : PLENTY;
            Map<BudgetCell, Credit> more = new TreeMap<>(envelope.credits().byCell());
            for (LigneCredit line : LigneCredit.values()) {
                Credit voted = envelope.credits().credit(new BudgetCell(credit.getYear(), line));
                more.put(voted.cell(), new Credit(voted.cell(), voted.voted() + cents, 0, voted.carriesOver()));
            }
            assertThat(enters(envelope.with(Credits.of(more.values(), List.of()))))
                    .as(credit.toString())
                    .isEqualTo(isEnough);
        }

        private void checkLever(LevierEssaye lever) {
            switch (lever.getLevier()) {
                case COUT -> checkCost(lever);
                case FONCTION ->
                    assertThat(lever.getSansEffet() && !lever.getEntre()).isTrue();
                case ANNEE_PLUS_TARD ->
                    assertThat(lever.getEntre()).isEqualTo(enters(envelope.with(epci(envelope), later())));
            }
        }

        /** With that share given up, and not with a thousandth less. */
        private void checkCost(LevierEssaye lever) {
            int share = lever.getEntre() ? lever.getPerMille() : WHOLE;
            assertThat(enters(envelope.cheaper(epci(envelope), share))).isEqualTo(lever.getEntre());
            assertThat(lever.getEntre() && share > 0 && enters(envelope.cheaper(epci(envelope), share - 1)))
                    .isFalse();
        }

        private void checkRow(LigneLevee row, Map<BudgetCell, List<Long>> dropped) {
            BudgetCell cell = new BudgetCell(row.getYear(), row.getLine());
            Envelope without = envelope.without(cell);
            List<Long> most = dropped.computeIfAbsent(cell, each -> levels(solved(without, false)));
            assertThat(forced(without).filter(most::equals).isPresent())
                    .as(row.toString())
                    .isEqualTo(row.getEntre());
        }

        /** All that it may have, but for the first of what it waits for. */
        private List<FundingOption> later() {
            List<FundingOption> options = epci(envelope).options();
            FundingOption first =
                    options.stream().filter(this::isAwaited).findFirst().orElseThrow();
            return options.stream().filter(option -> !option.equals(first)).toList();
        }

        private boolean enters(Envelope within) {
            return forced(within)
                    .filter(levels -> Arrays.compare(levels.toArray(Long[]::new), best.toArray(Long[]::new)) >= 0)
                    .isPresent();
        }

        /** The best levels where it is forced in; empty where it may not be. */
        private Optional<List<Long>> forced(Envelope within) {
            EpciChoices epci = epci(within);
            List<FundingOption> awaited =
                    epci.options().stream().filter(this::isAwaited).toList();
            try {
                return awaited.isEmpty()
                        ? Optional.empty()
                        : Optional.of(levels(solved(within.with(epci, awaited), false)));
            } catch (RunRefused none) {
                return Optional.empty();
            }
        }

        private boolean isAwaited(FundingOption option) {
            return option.financement() == motif.getFinancement();
        }

        private EpciChoices epci(Envelope within) {
            return within.epcis().stream()
                    .filter(epci -> epci.siren().equals(motif.getEpci()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
