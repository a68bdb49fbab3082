package fr.passerelle.envelope.solver;

import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why each EPCI that waits does: five reasons, each found by solving again what it changes. */
record WaitReasons(ExactSearch search, BestProgramme best, Consumer<String> progress) {

    private static final int HUNDRED = 100;

    /** A row that was dropped, and who enters in a best choice without it. */
    private record Dropped(LigneLevee row, Set<String> entering) {

        LigneLevee of(EpciChoices waiting) {
            return new LigneLevee(
                    row.getYear(), row.getLine(), row.getDepartement(), entering.contains(waiting.siren()));
        }
    }

    /** By SIREN. */
    List<MotifAttente> all() {
        List<EpciChoices> waiting = best.envelope().epcis().stream()
                .filter(epci -> epci.waits(best.programme().of(epci)))
                .toList();
        ExactSearch shared = search.fresh();
        progress.accept("Ce qui bloque : chaque ligne levée seule…");
        List<Dropped> rows = dropped(shared, waiting);
        Set<String> near = entering(shared, Choosing.under(best.envelope()).and(this::addNearBest), waiting);
        List<MotifAttente> reasons = new ArrayList<>();
        for (EpciChoices each : waiting) {
            progress.accept(
                    "Pourquoi " + each.name() + " attend (" + (reasons.size() + 1) + " sur " + waiting.size() + ")…");
            reasons.add(reason(each, rows, near.contains(each.siren()), shared.preuve()));
        }
        return ranked(reasons);
    }

    private MotifAttente reason(EpciChoices waiting, List<Dropped> rows, boolean isNear, Preuve shared) {
        ExactSearch own = search.fresh();
        WaitReason reason = new WaitReason(own, best, waiting);
        MotifAttente.Builder motif = MotifAttente.newBuilder()
                .setEpci(waiting.siren())
                .setFinancement(waiting.aim())
                .setRemplacement(reason.replacement())
                .setCredits(reason.credits())
                .setLeviers(reason.levers())
                .setLignes(rows.stream().map(row -> row.of(waiting)).toList())
                .setDansUnPourCent(isNear);
        return motif.setPreuve(shared == Preuve.OPTIMAL ? own.preuve() : shared).build();
    }

    /** Which row binds: each row of the credits and of equity is dropped alone, and the best choice sought again. */
    private List<Dropped> dropped(ExactSearch shared, List<EpciChoices> waiting) {
        Envelope envelope = best.envelope();
        List<Dropped> dropped = new ArrayList<>();
        for (BudgetCell cell : envelope.credits().byCell().keySet()) {
            dropped.add(new Dropped(
                    new LigneLevee(cell.year(), cell.line(), null, false),
                    entering(shared, envelope.without(cell), waiting)));
        }
        for (EquityRow row : envelope.credits().equity()) {
            dropped.add(new Dropped(
                    new LigneLevee(null, null, departement(row), false),
                    entering(shared, envelope.without(row), waiting)));
        }
        return dropped;
    }

    private Set<String> entering(ExactSearch shared, Envelope relaxed, List<EpciChoices> waiting) {
        return LevelSearch.best(shared, Choosing.under(relaxed), Optional.of(best.programme()))
                .map(reached -> entering(shared, reached.choosing(), waiting))
                .orElseThrow();
    }

    private static @Nullable String departement(EquityRow row) {
        return row instanceof EquityRow.OpeningFloor floor ? floor.departement() : null;
    }

    /** SIRENs of those that enter in some answer or other: one search more than answers needed to show them all. */
    private static Set<String> entering(ExactSearch shared, Choosing choosing, List<EpciChoices> waiting) {
        Set<String> sirens = new TreeSet<>();
        List<EpciChoices> others = new ArrayList<>(waiting);
        while (!others.isEmpty() && shared.any(choosing.and(some(others))) instanceof End.Answer answer) {
            others.stream()
                    .filter(each -> each.enters(answer.programme().of(each)))
                    .forEach(each -> sirens.add(each.siren()));
            others.removeIf(each -> sirens.contains(each.siren()));
        }
        return sirens;
    }

    private static Choosing.Condition some(List<EpciChoices> waiting) {
        List<EpciChoices> sought = List.copyOf(waiting);
        return model -> model.model()
                .addBoolOr(sought.stream()
                        .flatMap(each -> model.entries(each).stream())
                        .toArray(Literal[]::new));
    }

    /** At least 99 % of the best first level, rounded up. */
    private void addNearBest(ChoiceModel model) {
        Niveau first = best.niveaux().getFirst();
        model.model()
                .addGreaterOrEqual(
                        model.value(first.getCritere()), Math.ceilDiv(first.getValue() * (HUNDRED - 1), HUNDRED));
    }

    private static List<MotifAttente> ranked(List<MotifAttente> reasons) {
        List<String> next = reasons.stream()
                .filter(reason -> least(reason).isPresent())
                .sorted(Comparator.comparing(reason -> least(reason).orElseThrow()))
                .map(MotifAttente::getEpci)
                .toList();
        reasons.stream()
                .filter(reason -> next.contains(reason.getEpci()))
                .forEach(reason -> reason.setRang(next.indexOf(reason.getEpci()) + 1));
        return reasons;
    }

    private static Optional<BigDecimal> least(MotifAttente reason) {
        return reason.getCredits().stream()
                .map(CreditManquant::getEuros)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder());
    }
}
