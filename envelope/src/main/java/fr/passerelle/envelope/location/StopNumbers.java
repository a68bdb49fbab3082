package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How many stops each EPCI gets.
 *
 * @param ofAreas in their order
 * @param bound what no distribution can better, as the solver proved; empty where each EPCI has its own number
 */
record StopNumbers(List<Integer> ofAreas, OptionalLong bound) {

    private static final double PERCENT = 100;

    static StopNumbers of(LocationQuestion question, List<StopModel> models) {
        return switch (question.objectif()) {
            case MEME_NOMBRE -> quotas(question.areas());
            case NOMBRE -> number(question, models);
            case COUVERTURE -> covering(question, models);
        };
    }

    private static StopNumbers quotas(List<StopArea> areas) {
        areas.forEach(StopNumbers::checkQuota);
        return new StopNumbers(areas.stream().map(StopArea::quota).toList(), OptionalLong.empty());
    }

    private static void checkQuota(StopArea area) {
        int least = area.pinned().size();
        int most = area.hosts().size();
        if (area.quota() < least || area.quota() > most) {
            throw new LocationSolver.Refusal(
                    "%s : nombre d'étapes demandé, %d ; il va de %d, déjà notifiées, à %d, ses lieux possibles."
                            .formatted(area.name(), area.quota(), least, most));
        }
    }

    private static StopNumbers number(LocationQuestion question, List<StopModel> models) {
        int least = question.areas().stream().mapToInt(StopArea::fewestStops).sum();
        int most =
                question.areas().stream().mapToInt(area -> area.hosts().size()).sum();
        if (question.number() < least || question.number() > most) {
            throw new LocationSolver.Refusal(
                    ("Nombre d'étapes demandé : %d ; il va de %d, les étapes notifiées et de quoi tenir les séances"
                                    + " d'aujourd'hui, à %d, les lieux possibles.")
                            .formatted(question.number(), least, most));
        }
        StopDistribution distribution = new StopDistribution(models);
        return new StopNumbers(
                distribution.of(question.number()), OptionalLong.of(distribution.bound(question.number())));
    }

    private static StopNumbers covering(LocationQuestion question, List<StopModel> models) {
        long most = models.stream().mapToLong(StopModel::reachable).sum();
        if (most < question.leastNear()) {
            throw unreachable(question, most);
        }
        StopDistribution distribution = new StopDistribution(models);
        return new StopNumbers(
                distribution.of(distribution.fewestReaching(question.leastNear())),
                OptionalLong.of(distribution.fewestBound(question.leastNear())));
    }

    private static LocationSolver.Refusal unreachable(LocationQuestion question, long most) {
        return new LocationSolver.Refusal(String.format(
                Locale.FRENCH,
                "Part des habitants demandée à moins de %d m d'un point de médiation : %.1f %% ; elle va au plus à"
                        + " %.2f %% (%d habitants sur %d), avec une étape dans chaque lieu possible.",
                question.radiusMetres(),
                question.number() / 10.0,
                PERCENT * most / question.population(),
                most,
                question.population()));
    }
}
