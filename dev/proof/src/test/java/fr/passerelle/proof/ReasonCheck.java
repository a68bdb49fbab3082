package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
