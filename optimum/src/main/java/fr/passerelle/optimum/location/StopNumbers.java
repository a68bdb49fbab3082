package fr.passerelle.optimum.location;

import fr.passerelle.rules.implantation.LocationQuestion;
import fr.passerelle.rules.implantation.StopArea;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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
            case NOMBRE -> number(question.number(), distribution(models));
            case COUVERTURE -> covering(question, distribution(models));
        };
    }

    private static StopDistribution distribution(List<StopModel> models) {
        return new StopDistribution(models.stream().map(StopProfile::of).toList());
    }

    private static StopNumbers quotas(List<StopArea> areas) {
        areas.forEach(StopNumbers::checkQuota);
        return new StopNumbers(areas.stream().map(StopArea::quota).toList(), OptionalLong.empty());
    }

    private static void checkQuota(StopArea area) {
        int least = area.pinned().size();
        int most = area.hosts().size();
        if (area.quota() < least || area.quota() > most) {
            throw new LocationRefused("%s ne peut pas avoir %d étapes : de %d, déjà notifiées, à %d, ses lieux possibles."
                    .formatted(area.name(), area.quota(), least, most));
        }
    }

    private static StopNumbers number(int asked, StopDistribution distribution) {
        if (asked < distribution.fewest()) {
            throw new LocationRefused(
                    "%d étapes ne suffisent pas : il en faut au moins %d, celles qui sont notifiées et de quoi tenir les séances d'aujourd'hui."
                            .formatted(asked, distribution.fewest()));
        }
        if (asked > distribution.most()) {
            throw new LocationRefused("%d étapes sont demandées, et il n'y a que %d lieux possibles."
                    .formatted(asked, distribution.most()));
        }
        return new StopNumbers(distribution.of(asked), OptionalLong.of(distribution.bound(asked)));
    }

    private static StopNumbers covering(LocationQuestion question, StopDistribution distribution) {
        OptionalInt fewest = distribution.fewestReaching(question.leastNear());
        if (fewest.isEmpty()) {
            throw unreachable(question, distribution.near(distribution.most()));
        }
        return new StopNumbers(
                distribution.of(fewest.getAsInt()),
                OptionalLong.of(distribution.fewestBound(question.leastNear()).orElse(fewest.getAsInt())));
    }

    private static LocationRefused unreachable(LocationQuestion question, long most) {
        return new LocationRefused(String.format(
                Locale.FRENCH,
                "%.1f %% des habitants ne peuvent pas être à moins de %d m d'une étape : au plus %.2f %%, %d sur %d, même avec tous les lieux possibles.",
                question.number() / 10.0,
                question.radiusMetres(),
                PERCENT * most / question.population(),
                most,
                question.population()));
    }
}
