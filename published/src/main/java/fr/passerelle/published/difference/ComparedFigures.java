package fr.passerelle.published.difference;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures that a person compares beside the conclusions.
 *
 * @param what its stable code
 */
record ComparedFigures<T>(String what, Function<T, @Nullable Object> value) {

    static final List<ComparedFigures<Frequentation>> OF_A_STATE =
            List.of(new ComparedFigures<>("ETAT", Frequentation::getState));

    static final List<ComparedFigures<Frequentation>> OF_A_SCORE = List.of(
            new ComparedFigures<>("NOTE", Frequentation::getScore),
            new ComparedFigures<>("BORNE_BASSE", Frequentation::getLow),
            new ComparedFigures<>("BORNE_HAUTE", Frequentation::getHigh));

    static final List<ComparedFigures<Plan>> OF_A_PLAN = List.of(
            new ComparedFigures<>("ETAPES", Plan::getEtapes),
            new ComparedFigures<>("SEANCES", Plan::getSessionsAMonth),
            new ComparedFigures<>("A_INSTRUIRE", Plan::getAInstruire),
            new ComparedFigures<>("DONNEES_INSUFFISANTES", Plan::getDonneesInsuffisantes));

    /** What a proposal is, for one that came or went. */
    static final List<ComparedFigures<Conversion>> OF_A_CONVERSION =
            List.of(new ComparedFigures<>("DEVENIR", Conversion::getKind));

    /** Those that differ; all of them where one of both is not there. */
    static <T> List<ValeurChangee> changed(List<ComparedFigures<T>> figures, @Nullable T before, @Nullable T after) {
        return figures.stream()
                .map(figure -> new ValeurChangee(figure.what, figure.of(before), figure.of(after)))
                .filter(changed -> !Objects.equals(changed.getBefore(), changed.getAfter()))
                .toList();
    }

    /** All of them where one differs, since each is read beside the others; else none. */
    static <T> List<ValeurChangee> together(List<ComparedFigures<T>> figures, @Nullable T before, @Nullable T after) {
        return changed(figures, before, after).isEmpty()
                ? List.of()
                : figures.stream()
                        .map(figure -> new ValeurChangee(figure.what, figure.of(before), figure.of(after)))
                        .toList();
    }

    private @Nullable String of(@Nullable T record) {
        Object found = record == null ? null : value.apply(record);
        return found == null ? null : found.toString();
    }
}
