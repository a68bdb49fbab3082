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
record Figures<T>(String what, Function<T, @Nullable Object> value) {

    static final List<Figures<Frequentation>> OF_A_STATE = List.of(new Figures<>("ETAT", Frequentation::getState));

    static final List<Figures<Frequentation>> OF_A_SCORE = List.of(
            new Figures<>("NOTE", Frequentation::getScore),
            new Figures<>("BORNE_BASSE", Frequentation::getLow),
            new Figures<>("BORNE_HAUTE", Frequentation::getHigh));

    static final List<Figures<Plan>> OF_A_PLAN = List.of(
            new Figures<>("ETAPES", Plan::getEtapes),
            new Figures<>("SEANCES", Plan::getSessionsAMonth),
            new Figures<>("A_INSTRUIRE", Plan::getAInstruire),
            new Figures<>("DONNEES_INSUFFISANTES", Plan::getDonneesInsuffisantes));

    /** What a proposal is, for one that came or went. */
    static final List<Figures<Conversion>> OF_A_CONVERSION = List.of(new Figures<>("DEVENIR", Conversion::getKind));

    /** Those that differ; all of them where one of both is not there. */
    static <T> List<ValeurChangee> changed(List<Figures<T>> figures, @Nullable T before, @Nullable T after) {
        return figures.stream()
                .map(figure -> new ValeurChangee(figure.what, figure.of(before), figure.of(after)))
                .filter(changed -> !Objects.equals(changed.getBefore(), changed.getAfter()))
                .toList();
    }

    /** All of them where one differs, since each is read beside the others; else none. */
    static <T> List<ValeurChangee> together(List<Figures<T>> figures, @Nullable T before, @Nullable T after) {
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
