package fr.passerelle.cli.dataset;

import fr.passerelle.cli.dataset.PublicCounts.PublicCount;
import fr.passerelle.cli.dataset.PublicHistory.Exports;
import fr.passerelle.cli.dataset.PublicHistory.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What subtraction finds of counts that changed by few people between two runs.
 *
 * @param lateCounts how many there were
 * @param recovered how many a difference of two exports tells
 */
record Attack(long lateCounts, long recovered) {

    private record Late(Truth before, Truth after, Exports first, Exports second, String room) {

        long people() {
            return count(after) - count(before);
        }

        private long count(Truth truth) {
            return Objects.requireNonNull(truth.counts().get(room));
        }

        boolean isRecovered() {
            return Stream.of(ofTheRoom(), ofTheSum(), ofTheRest())
                    .anyMatch(found -> found != null && found == people());
        }

        private @Nullable Long ofTheRoom() {
            return difference(first.rooms().get(room), second.rooms().get(room));
        }

        /** The numbers of sessions tell where nothing else changed. */
        private @Nullable Long ofTheSum() {
            return isAlone() ? difference(sum(before, first), sum(after, second)) : null;
        }

        /** What sums have beyond what is shown of their rooms: all of it is this room's where it alone is kept back, or it alone changed. */
        private @Nullable Long ofTheRest() {
            return isAlone() ? difference(rest(before, first), rest(after, second)) : null;
        }

        private boolean isAlone() {
            return before.epcis().equals(after.epcis())
                    && neighbours(before)
                            .allMatch(other -> other.equals(room)
                                    || Objects.equals(
                                            before.counts().get(other),
                                            after.counts().get(other)));
        }

        private Stream<String> neighbours(Truth truth) {
            return truth.epcis().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(truth.epcis().get(room)))
                    .map(Map.Entry::getKey);
        }

        private @Nullable Long sum(Truth truth, Exports exports) {
            return exports.sums().get(truth.epcis().get(room));
        }

        private @Nullable Long rest(Truth truth, Exports exports) {
            Long sum = sum(truth, exports);
            return sum == null
                    ? null
                    : (Long) (sum
                            - neighbours(truth)
                                    .map(exports.rooms()::get)
                                    .filter(Objects::nonNull)
                                    .mapToLong(Long::longValue)
                                    .sum());
        }

        private static @Nullable Long difference(@Nullable Long before, @Nullable Long after) {
            return before == null || after == null ? null : (Long) (after - before);
        }
    }

    /** On some histories, by what each gives away. */
    static Attack on(int histories, Function<PublicHistory, List<Exports>> published) {
        return IntStream.range(0, histories)
                .mapToObj(PublicHistory::new)
                .map(history -> on(history, published.apply(history)))
                .reduce(new Attack(0, 0), Attack::plus);
    }

    private static Attack on(PublicHistory history, List<Exports> exports) {
        List<Late> late = IntStream.range(0, PublicHistory.RUNS)
                .boxed()
                .flatMap(from -> IntStream.range(from + 1, PublicHistory.RUNS)
                        .boxed()
                        .flatMap(to -> late(
                                history.truths().get(from),
                                history.truths().get(to),
                                exports.get(from),
                                exports.get(to))))
                .toList();
        return new Attack(late.size(), late.stream().filter(Late::isRecovered).count());
    }

    private static Stream<Late> late(Truth before, Truth after, Exports first, Exports second) {
        return before.counts().keySet().stream()
                .map(room -> new Late(before, after, first, second, room))
                .filter(late -> PublicCount.isSmall(Math.abs(late.people())));
    }

    private Attack plus(Attack other) {
        return new Attack(lateCounts + other.lateCounts, recovered + other.recovered);
    }

    /** Of all, those that were recovered, 0 to 1. */
    double share() {
        return (double) recovered / lateCounts;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d late counts: %.1f %%", recovered, lateCounts, 100 * share());
    }
}
