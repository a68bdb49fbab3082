package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.schemas.event.CoutEquite;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.MoitieCredits;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that is found by solving again: what half of the credits and other rows would bring, and why each EPCI waits. */
record EnvelopeReasons(ExactSearch search, BestProgramme best, Consumer<String> progress) {

    Enveloppe added(Enveloppe.Builder answer) {
        progress.accept("La moitié des crédits…");
        answer.setMoitie(half());
        progress.accept("Coût de l'équité…");
        answer.setEquite(
                best.envelope().credits().equity().stream().map(this::cost).toList());
        return answer.setAttentes(new WaitReasons(search, best, progress).all()).build();
    }

    private MoitieCredits half() {
        Envelope half = best.envelope().half();
        ExactSearch own = search.fresh();
        MoitieCredits.Builder found = MoitieCredits.newBuilder()
                .setCredits(Credits.euros(half.credits().byCell().values().stream()
                        .mapToLong(Credit::voted)
                        .sum()))
                .setPlacesWhole(reached(best, Critere.OUVERTURES))
                .setInhabitantsWhole(reached(best, Critere.HABITANTS_PROCHES));
        funded(half, own)
                .ifPresent(less -> found.setPlaces(reached(less, Critere.OUVERTURES))
                        .setInhabitants(reached(less, Critere.HABITANTS_PROCHES)));
        return found.setPreuve(own.preuve()).build();
    }

    /** Nothing where the credits do not even hold what was notified, or a row of equity. */
    private static Optional<BestProgramme> funded(Envelope half, ExactSearch search) {
        boolean holds = half.windows().stream().allMatch(window -> half.left(window) >= 0);
        return holds
                ? BestProgramme.of(search, Choosing.under(half), BestProgramme.nothing(half), Map.of())
                : Optional.empty();
    }

    private static long reached(BestProgramme found, Critere critere) {
        return Certificate.value(found.envelope(), found.programme(), critere);
    }

    /** What the levels would be without a row of equity. */
    private CoutEquite cost(EquityRow row) {
        return LevelSearch.best(
                        search.fresh(), Choosing.under(best.envelope().without(row)), Optional.of(best.programme()))
                .map(reached -> switch (row) {
                    case EquityRow.OpeningFloor floor ->
                        new CoutEquite(floor.departement(), floor.openings(), reached.niveaux());
                    case EquityRow.HighNeedShare share ->
                        new CoutEquite(null, share.tenThousandths(), reached.niveaux());
                })
                .orElseThrow();
    }
}
