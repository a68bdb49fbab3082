package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.solver.CreditRows.Dropped;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Why each EPCI that waits does: five reasons, each found by solving again what it changes. */
record WaitReasons(ExactSearch search, BestProgramme best, Consumer<String> progress) {

    private static final int HUNDRED = 100;

    /** By SIREN. */
    List<MotifAttente> all() {
        List<WaitingEpci> waiting = best.envelope().epcis().stream()
                .filter(epci -> epci.waits(best.programme().of(epci)))
                .map(WaitingEpci::new)
                .toList();
        ExactSearch shared = search.fresh();
        progress.accept("Ce qui bloque : chaque ligne levée seule…");
        List<Dropped> rows = new CreditRows(shared, best).dropped(waiting);
        Set<String> near =
                new EntrySearch(shared).entering(Choosing.under(best.envelope()).and(this::addNearBest), waiting);
        List<MotifAttente> reasons = new ArrayList<>();
        for (WaitingEpci each : waiting) {
            progress.accept("Pourquoi " + each.epci().name() + " attend (" + (reasons.size() + 1) + " sur "
                    + waiting.size() + ")…");
            reasons.add(reason(each, rows, near.contains(each.siren()), shared.preuve()));
        }
        return ranked(reasons);
    }

    private MotifAttente reason(WaitingEpci waiting, List<Dropped> rows, boolean isNear, Preuve shared) {
        ExactSearch own = search.fresh();
        WaitReason reason = new WaitReason(own, best, waiting);
        MotifAttente.Builder motif = MotifAttente.newBuilder()
                .setEpci(waiting.siren())
                .setFinancement(waiting.financement())
                .setRemplacement(new ForcedEntry(new EnvelopeSearch(own), best).of(waiting))
                .setCredits(reason.credits())
                .setLeviers(reason.levers())
                .setLignes(rows.stream().map(row -> row.of(waiting)).toList())
                .setDansUnPourCent(isNear);
        return motif.setPreuve(shared == Preuve.OPTIMAL ? own.preuve() : shared).build();
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
