package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EuroCents;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.PointCourbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What shares of the credits fund, each solved on its own: twenty points, up to the whole. */
record CreditCurve(ExactSearch search, Envelope envelope) {

    private static final int STEP = 50;
    private static final int POINTS = 20;

    List<PointCourbe> points() {
        return IntStream.rangeClosed(1, POINTS)
                .mapToObj(point -> point(point * STEP))
                .toList();
    }

    private PointCourbe point(int perMille) {
        Envelope share = new EnvelopeChanges(envelope).share(perMille);
        ExactSearch own = search.fresh();
        PointCourbe.Builder point = PointCourbe.newBuilder()
                .setPerMille(perMille)
                .setCredits(EuroCents.euros(share.credits().byCell().values().stream()
                        .mapToLong(Credit::voted)
                        .sum()));
        best(share, own).ifPresent(best -> add(point, best));
        return point.setPreuve(own.preuve()).build();
    }

    /** Nothing where a share does not even hold what was notified, or a row of equity. */
    private static Optional<BestProgramme> best(Envelope share, ExactSearch search) {
        boolean holds = share.windows().stream().allMatch(window -> CreditLimits.left(share, window) >= 0);
        return holds
                ? new EnvelopeSearch(search).best(Choosing.under(share), EnvelopeSearch.nothing(share), Map.of())
                : Optional.empty();
    }

    private static void add(PointCourbe.Builder point, BestProgramme best) {
        point.setPlaces(Certificate.value(best.envelope(), best.programme(), Critere.OUVERTURES))
                .setInhabitants(Certificate.value(best.envelope(), best.programme(), Critere.HABITANTS_PROCHES))
                .setNeed(Certificate.value(best.envelope(), best.programme(), Critere.HABITANTS_PONDERES));
    }
}
