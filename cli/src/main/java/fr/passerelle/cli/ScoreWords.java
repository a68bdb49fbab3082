package fr.passerelle.cli;

import fr.passerelle.published.difference.ThingDiff;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A score with its bounds, before and after, as {@code 60 (50, 70)}. */
record ScoreWords(String before, String after) {

    private static final List<String> PARTS = List.of("NOTE", "BORNE_BASSE", "BORNE_HAUTE");

    /** Whether a value is told here. */
    static boolean isPart(ValeurChangee value) {
        return PARTS.contains(value.getWhat());
    }

    /** That of a room, where it differs. */
    static Optional<ScoreWords> of(ThingDiff thing) {
        List<ValeurChangee> parts =
                thing.values().stream().filter(ScoreWords::isPart).toList();
        return parts.size() == PARTS.size()
                ? Optional.of(new ScoreWords(
                        written(parts, ValeurChangee::getBefore), written(parts, ValeurChangee::getAfter)))
                : Optional.empty();
    }

    private static String written(List<ValeurChangee> parts, Function<ValeurChangee, @Nullable String> side) {
        String score = side.apply(parts.getFirst());
        return score == null
                ? CommandFrench.NONE
                : score + " (" + side.apply(parts.get(1)) + ", " + side.apply(parts.get(2)) + ")";
    }
}
