package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopCheck;
import fr.passerelle.envelope.implantation.StopHost;
import fr.passerelle.envelope.implantation.StopSelection;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where étapes would best stand, exactly: each EPCI by SCIP, and the stops over EPCIs by dynamic programming. */
public final class LocationSolver {

    private LocationSolver() {}

    /**
     * The best answer, checked without the solver, and unique: the most inhabitants near (for COUVERTURE first the fewest stops), then the
     * fewest stops moved, then as many stops as possible to the first EPCIs, then the first hosts in the stable order.
     *
     * @throws LocationRefused when what is asked for cannot be
     * @throws IllegalStateException when the check finds the answer wrong: a fault of ours
     */
    public static Implantation solve(LocationQuestion asked) {
        LocationQuestion question = bySiren(asked);
        List<StopModel> models = question.areas().stream()
                .map(area -> StopModel.of(area, question.radiusMetres()))
                .toList();
        StopNumbers numbers = StopNumbers.of(question, models);
        List<StopChoice> choices = new ArrayList<>();
        for (int area = 0; area < models.size(); area++) {
            choices.add(models.get(area).choice(numbers.ofAreas().get(area)));
        }
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

    private static Implantation written(LocationQuestion question, StopNumbers numbers, List<StopChoice> choices) {
        StopSelection selection = selection(question, choices);
        StopCheck check = StopCheck.of(question, selection);
        if (!check.holds()) {
            throw new IllegalStateException("Not an answer: " + check.breaches());
        }
        long bound = numbers.bound()
                .orElse(choices.stream().mapToLong(StopChoice::bound).sum());
        long reached = question.objectif() == Objectif.COUVERTURE ? selection.stops() : check.near();
        boolean proven = reached == bound && choices.stream().allMatch(StopChoice::proven);
        return Implantation.newBuilder()
                .setObjectif(question.objectif())
                .setAsked(question.asked())
                .setRadiusM(question.radiusMetres())
                .setPreuve(proven ? Preuve.OPTIMAL : Preuve.INTERROMPU)
                .setBound(bound)
                .setEpcis(question.areas().stream()
                        .map(area -> AreaStops.of(area, selection.of(area), question.radiusMetres()))
                        .toList())
                .build();
    }

    private static StopSelection selection(LocationQuestion question, List<StopChoice> choices) {
        SortedMap<String, List<StopHost>> bySiren = new TreeMap<>();
        for (int area = 0; area < choices.size(); area++) {
            bySiren.put(question.areas().get(area).siren(), choices.get(area).hosts());
        }
        return new StopSelection(bySiren);
    }
}
