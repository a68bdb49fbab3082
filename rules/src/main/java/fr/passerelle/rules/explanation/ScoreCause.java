package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicator that moved a score most: points × weight, before and after. Told by what of it differs: its value, else its weight, else its scale. */
record ScoreCause(@Nullable Indicateur was, Indicateur is) {

    /** Nothing where no indicator moved. */
    static Optional<CauseChangement> between(Frequentation was, Frequentation is) {
        return is.getIndicateurs().stream()
                .map(indicator -> new ScoreCause(found(was, indicator), indicator))
                .filter(cause -> cause.moved().signum() != 0)
                .max(Comparator.comparing(ScoreCause::moved))
                .map(cause -> cause.told(is.getRoomId()));
    }

    private static @Nullable Indicateur found(Frequentation score, Indicateur like) {
        return score.getIndicateurs().stream()
                .filter(indicator -> indicator.getName() == like.getName())
                .findFirst()
                .orElse(null);
    }

    private BigDecimal moved() {
        return weighted(is).subtract(weighted(was)).abs();
    }

    private CauseChangement told(String room) {
        return Stream.of(
                        told(room, "valeur", value(was), value(is)),
                        told(room, "poids", weight(was), weight(is)),
                        told(room, "points", points(was), points(is)))
                .filter(cause -> !Objects.equals(cause.getBefore(), cause.getAfter()))
                .findFirst()
                .orElseThrow();
    }

    private CauseChangement told(String room, String operand, @Nullable String before, @Nullable String after) {
        return new CauseChangement(is.getName().name(), "room:" + room, operand, before, after, null);
    }

    private static BigDecimal weighted(@Nullable Indicateur indicator) {
        return indicator == null || indicator.getPoints() == null
                ? BigDecimal.ZERO
                : indicator.getPoints().multiply(BigDecimal.valueOf(indicator.getWeight()));
    }

    private static @Nullable String weight(@Nullable Indicateur indicator) {
        return indicator == null ? null : Integer.toString(indicator.getWeight());
    }

    private static @Nullable String points(@Nullable Indicateur indicator) {
        return indicator == null || indicator.getPoints() == null
                ? null
                : indicator.getPoints().toPlainString();
    }

    private static @Nullable String value(@Nullable Indicateur indicator) {
        return indicator == null || indicator.getValue() == null
                ? null
                : indicator.getValue().toPlainString();
    }
}
