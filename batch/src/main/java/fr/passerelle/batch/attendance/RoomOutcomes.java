package fr.passerelle.batch.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A room folded with those of its lines that may enter it. It reads and writes nothing.
 *
 * @param fold of the lines that entered, which it judges one by one
 * @param entered in the order in which they were given
 * @param exclusions the other lines
 */
record RoomOutcomes(RoomFold fold, List<StagedLine> entered, List<Exclusion> exclusions) {

    /** A line that does not enter the room: its id refuses it, or its month would be too large. */
    record Exclusion(StagedLine line, LineRefusal why) {}

    /**
     * @param lines all that were read of the room
     * @param folding folds the room with some of them
     * @param tooLarge whether a month has more lines than a record of the log can hold
     */
    static RoomOutcomes of(
            List<StagedLine> lines,
            Function<List<StagedLine>, RoomFold> folding,
            BiPredicate<RoomFold, Integer> tooLarge) {
        RoomOutcomes all = of(lines, folding);
        Set<Integer> months = all.fold.months().keySet().stream()
                .filter(month -> tooLarge.test(all.fold, month))
                .collect(Collectors.toSet());
        return months.isEmpty() ? all : all.without(months, folding);
    }

    private static RoomOutcomes of(List<StagedLine> lines, Function<List<StagedLine>, RoomFold> folding) {
        List<StagedLine> entered =
                lines.stream().filter(line -> line.refused() == null).toList();
        List<Exclusion> exclusions = lines.stream()
                .filter(line -> line.refused() != null)
                .map(line -> new Exclusion(line, Objects.requireNonNull(line.refused())))
                .toList();
        return new RoomOutcomes(folding.apply(entered), entered, exclusions);
    }

    private RoomOutcomes without(Set<Integer> months, Function<List<StagedLine>, RoomFold> folding) {
        List<StagedLine> left = new ArrayList<>();
        List<Exclusion> more = new ArrayList<>(exclusions);
        for (StagedLine line : entered) {
            if (months.contains(line.month())) {
                more.add(new Exclusion(line, LineRefusal.TOO_LARGE));
            } else {
                left.add(line);
            }
        }
        return new RoomOutcomes(folding.apply(left), left, more);
    }
}
