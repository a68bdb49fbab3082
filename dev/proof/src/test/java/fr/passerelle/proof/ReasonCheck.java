package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The five reasons of one EPCI that waits, each applied: what it claims is solved for anew.
 *
 * @param withoutRow the levels without each row of the credits, filled as they are asked for
 */
record ReasonCheck(Envelope envelope, Enveloppe answer, Map<BudgetCell, List<Long>> withoutRow, MotifAttente motif) {

    private static final int WHOLE = 1_000;

    void check() {
        checkReplacement();
        checkNear();
        motif.getCredits().forEach(this::checkCredit);
        motif.getLeviers().forEach(this::checkLever);
        motif.getLignes().forEach(this::checkRow);
    }

    private ForcedChoice forced(Envelope within) {
        return new ForcedChoice(within, motif.getEpci(), motif.getFinancement());
    }

    private List<Long> best() {
        return ForcedChoice.levels(answer);
    }

    private void checkReplacement() {
        Optional<List<Long>> levels = forced(envelope).levels();
        assertThat(levels.isPresent()).isEqualTo(motif.getRemplacement().getPossible());
        levels.ifPresent(found -> assertThat(
                        motif.getRemplacement().getNiveaux().stream().map(Niveau::getValue))
                .containsExactlyElementsOf(found));
    }

    private void checkNear() {
        long most = best().getFirst();
        boolean near = forced(envelope)
                .levels()
                .filter(levels -> 100 * levels.getFirst() >= 99 * most)
                .isPresent();
        assertThat(motif.getDansUnPourCent()).isEqualTo(near);
    }

    /** With that much more on each line of the year it enters; where no amount is enough, not with a billion. */
    private void checkCredit(CreditManquant credit) {
        if (credit.getEuros() != null) {
            long cents = Credits.cents(credit.getEuros());
            assertThat(entersWithMore(credit.getYear(), cents)).isTrue();
        } else {
            assertThat(entersWithMore(credit.getYear(), 100_000_000_000L)).isFalse();
        }
    }

    private boolean entersWithMore(int year, long cents) {
        return isAsGood(forced(envelope).withMore(year, cents).levels());
    }

    private void checkLever(LevierEssaye lever) {
        switch (lever.getLevier()) {
            case COUT -> checkCost(lever);
            case FONCTION ->
                assertThat(lever.getSansEffet() && !lever.getEntre()).isTrue();
            case ANNEE_PLUS_TARD ->
                assertThat(lever.getEntre()).isEqualTo(isAsGood(forced(envelope).levelsLater()));
        }
    }

    private void checkCost(LevierEssaye lever) {
        Integer perMille = lever.getPerMille();
        assertThat(lever.getEntre()).isEqualTo(perMille != null);
        if (perMille == null) {
            assertThat(isAsGood(forced(envelope).levelsCheaper(WHOLE))).isFalse();
        } else {
            assertThat(isAsGood(forced(envelope).levelsCheaper(perMille))).isTrue();
            assertThat(perMille > 0 && isAsGood(forced(envelope).levelsCheaper(perMille - 1)))
                    .isFalse();
        }
    }

    private void checkRow(LigneLevee row) {
        Envelope without = ForcedChoice.without(envelope, row.getYear(), row.getLine());
        List<Long> most = withoutRow.computeIfAbsent(
                new BudgetCell(row.getYear(), row.getLine()),
                cell -> ForcedChoice.levels(ForcedChoice.answer(without)));
        assertThat(forced(without).levels().filter(most::equals).isPresent())
                .as(motif.getEpci() + " without " + row)
                .isEqualTo(row.getEntre());
    }

    private boolean isAsGood(Optional<List<Long>> levels) {
        return levels.filter(found -> ForcedChoice.areAsGood(found, best())).isPresent();
    }

    /** An envelope in which one EPCI may only have what it waits for: what a reason claims is tried by solving that. */
    private record ForcedChoice(Envelope envelope, String siren, Financement financement) {

        /** The levels of its best answer; empty where it may not have it at all. */
        Optional<List<Long>> levels() {
            return found(narrowed(UnaryOperator.identity(), 0));
        }

        /** The same where all that it costs is lower, in thousandths given up, to the cent below. */
        Optional<List<Long>> levelsCheaper(int perMille) {
            return found(narrowed(
                    option -> new FundingOption(
                            option.financement(),
                            option.year(),
                            option.opening(),
                            scaled(option.cents(), perMille),
                            option.values()),
                    0));
        }

        /** The same where it may not have the first of those options. */
        Optional<List<Long>> levelsLater() {
            return found(narrowed(UnaryOperator.identity(), 1));
        }

        private static Optional<List<Long>> found(Envelope envelope) {
            try {
                return Optional.of(levels(answer(envelope)));
            } catch (RunRefused none) {
                return Optional.empty();
            }
        }

        /** The same choice where the lines of one year have more, each as much, in cents. */
        ForcedChoice withMore(int year, long cents) {
            return new ForcedChoice(raised(envelope, year, cents), siren, financement);
        }

        static Enveloppe answer(Envelope envelope) {
            return EnvelopeSolver.solve(envelope, List.of(), false, line -> {});
        }

        static List<Long> levels(Enveloppe answer) {
            return answer.getNiveaux().stream().map(Niveau::getValue).toList();
        }

        /** Whether levels are as good as others, in their order. */
        static boolean areAsGood(List<Long> levels, List<Long> others) {
            for (int i = 0; i < levels.size(); i++) {
                int compared = Long.compare(levels.get(i), others.get(i));
                if (compared != 0) {
                    return compared > 0;
                }
            }
            return true;
        }

        private Envelope narrowed(UnaryOperator<FundingOption> change, int skipped) {
            return new Envelope(
                    envelope.credits(),
                    envelope.valeur(),
                    envelope.epcis().stream()
                            .map(epci -> epci.siren().equals(siren) ? narrowed(epci, change, skipped) : epci)
                            .toList());
        }

        private EpciChoices narrowed(EpciChoices epci, UnaryOperator<FundingOption> change, int skipped) {
            return new EpciChoices(
                    epci.siren(),
                    epci.name(),
                    epci.departement(),
                    epci.besoin(),
                    epci.siege(),
                    epci.options().stream()
                            .filter(option -> option.financement() == financement)
                            .skip(skipped)
                            .map(change)
                            .toList(),
                    epci.engaged(),
                    epci.excluded());
        }

        private static SortedMap<BudgetCell, Long> scaled(SortedMap<BudgetCell, Long> cents, int perMille) {
            SortedMap<BudgetCell, Long> scaled = new TreeMap<>(cents);
            scaled.replaceAll((cell, part) -> part * (1_000 - perMille) / 1_000);
            return scaled;
        }

        private static Envelope raised(Envelope envelope, int year, long cents) {
            List<Credit> credits = new ArrayList<>();
            for (Map.Entry<BudgetCell, Credit> row : envelope.credits().byCell().entrySet()) {
                Credit credit = row.getValue();
                long more = row.getKey().year() == year ? cents : 0;
                credits.add(new Credit(row.getKey(), credit.voted() + more, credit.promised(), credit.carriesOver()));
            }
            return envelope.with(Credits.of(credits, envelope.credits().equity()));
        }

        /** The same envelope where one line of one year has all that could be spent. */
        static Envelope without(Envelope envelope, int year, LigneCredit line) {
            List<Credit> credits = envelope.credits().byCell().values().stream()
                    .map(credit -> credit.cell().equals(new BudgetCell(year, line))
                            ? new Credit(credit.cell(), 100_000_000_000L, 0, credit.carriesOver())
                            : credit)
                    .toList();
            return envelope.with(Credits.of(credits, envelope.credits().equity()));
        }
    }
}
