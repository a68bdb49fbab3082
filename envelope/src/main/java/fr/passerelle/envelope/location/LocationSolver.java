package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.Reach;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.implantation.StopCheck;
import fr.passerelle.envelope.location.StopModel.Choice;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where étapes would best stand, exactly: each EPCI by SCIP, and the stops over EPCIs by dynamic programming. */
public final class LocationSolver {

    private LocationSolver() {}

    /**
     * The best answer, checked without the solver, and unique: the most inhabitants near (for COUVERTURE first the fewest stops), then the
     * fewest stops moved, then as many stops as possible to the first EPCIs, then the first hosts in the stable order.
     *
     * @throws RunRefused when what is asked for cannot be
     * @throws IllegalStateException when the check finds the answer wrong: a fault of ours
     */
    public static Implantation solve(LocationQuestion asked) {
        LocationQuestion question = bySiren(asked);
        List<StopModel> models = question.areas().stream()
                .map(area -> StopModel.of(area, question.radiusMetres()))
                .toList();
        StopNumbers numbers = StopNumbers.of(question, models);
        List<Choice> choices = IntStream.range(0, models.size())
                .mapToObj(area -> models.get(area).choice(numbers.ofAreas().get(area)))
                .toList();
        return written(question, numbers, choices);
    }

    /** Ties are broken in this order, whatever the one of the question. */
    private static LocationQuestion bySiren(LocationQuestion asked) {
        return new LocationQuestion(
                asked.areas().stream()
                        .sorted(Comparator.comparing(StopArea::siren))
                        .toList(),
                asked.radiusMetres(),
                asked.objectif(),
                asked.asked());
    }

    private static Implantation written(LocationQuestion question, StopNumbers numbers, List<Choice> choices) {
        List<List<StopHost>> stops = choices.stream().map(Choice::hosts).toList();
        StopCheck check = StopCheck.of(question, stops);
        if (!check.holds()) {
            throw new IllegalStateException("Not an answer: " + check.breaches());
        }
        long bound =
                numbers.bound().orElse(choices.stream().mapToLong(Choice::bound).sum());
        long reached = question.objectif() == Objectif.COUVERTURE
                ? stops.stream().mapToInt(List::size).sum()
                : check.near();
        boolean proven = reached == bound && choices.stream().allMatch(Choice::proven);
        return Implantation.newBuilder()
                .setObjectif(question.objectif())
                .setAsked(question.asked())
                .setRadiusM(question.radiusMetres())
                .setPreuve(proven ? Preuve.OPTIMAL : Preuve.INTERROMPU)
                .setBound(bound)
                .setEpcis(IntStream.range(0, stops.size())
                        .mapToObj(area -> written(question.areas().get(area), stops.get(area), question.radiusMetres()))
                        .toList())
                .build();
    }

    /** The stops of an EPCI beside today's rule. */
    private static ImplantationEpci written(StopArea area, List<StopHost> stops, int radiusMetres) {
        Reach today = area.reach(area.byRule(), radiusMetres);
        Reach best = area.reach(stops, radiusMetres);
        return ImplantationEpci.newBuilder()
                .setEpci(area.siren())
                .setName(area.name())
                .setPopulation(area.population())
                .setByRule(today.near())
                .setBest(best.near())
                .setReachable(area.reach(area.hosts(), radiusMetres).near())
                .setWorstByRule(today.worstMetres())
                .setWorstBest(best.worstMetres())
                .setSessions(area.sessions())
                .setSessionsFit(stops.stream().mapToInt(StopHost::capacity).sum() >= area.sessions())
                .setEtapes(written(stops))
                .setQuittees(written(area.byRule().stream()
                        .filter(host -> !stops.contains(host))
                        .toList()))
                .build();
    }

    private static List<EtapeImplantee> written(List<StopHost> stops) {
        return stops.stream().map(LocationSolver::written).toList();
    }

    private static EtapeImplantee written(StopHost stop) {
        return new EtapeImplantee(
                stop.insee(), stop.commune(), stop.id(), stop.name(), stop.pinned(), stop.byRule(), stop.capacity());
    }
}
