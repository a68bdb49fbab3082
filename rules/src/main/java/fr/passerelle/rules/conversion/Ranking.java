package fr.passerelle.rules.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of an EPCI in the order of the comparison (RULES 4.3). Who is first decides, and is found without putting the others in
 * order: ranks are counted only when they are told, which is never in a trial. One thread.
 */
final class Ranking {

    private final List<PlaceContender> candidates;
    private final List<PlaceContender> others;
    private final List<PlaceContender> first;
    private final List<PlaceContender> heldBack;
    private @Nullable List<RankedPlace> ranked;

    private Ranking(List<PlaceContender> candidates, List<PlaceContender> others) {
        this.candidates = candidates;
        this.others = others;
        this.first = candidates.isEmpty() ? List.of() : tiedFirst(candidates);
        this.heldBack = others.stream()
                .filter(contender -> contender.standing().isHeldBack())
                .toList();
    }

    static Ranking of(List<PlaceContender> contenders) {
        return new Ranking(
                contenders.stream()
                        .filter(contender -> contender.standing().isCandidate())
                        .toList(),
                contenders.stream()
                        .filter(contender -> !contender.standing().isCandidate())
                        .toList());
    }

    /** How many of them are candidates. */
    int candidates() {
        return candidates.size();
    }

    /** How many would be candidates, did their data not hold them back. */
    int heldBack() {
        return heldBack.size();
    }

    /**
     * Where a place that is held back would be of the first rank: those, and the candidates of the first rank, in the order of the
     * comparison; else none.
     */
    List<PlaceContender> undecided() {
        if (candidates.isEmpty() || heldBack.isEmpty()) {
            return List.of();
        }
        List<PlaceContender> before = tiedFirst(
                        Stream.concat(candidates.stream(), heldBack.stream()).toList())
                .stream()
                .filter(contender -> contender.standing().isHeldBack())
                .toList();
        return before.isEmpty()
                ? List.of()
                : Stream.concat(before.stream(), first.stream())
                        .sorted(PlaceContender.ORDER)
                        .toList();
    }

    /** Candidates of the first rank, in any order: one, or several that tie; none where there is no candidate. */
    List<PlaceContender> first() {
        return first;
    }

    /** What a choice compares, by rank: all that tie for the first, else the first and the one behind it, if any. */
    List<PlaceContender> foremost() {
        return first.size() == 1
                ? Stream.concat(first.stream(), second().stream()).toList()
                : first.stream().sorted(PlaceContender.ORDER).toList();
    }

    /** What of their merits separates the first candidate from the second; empty where only a score can. */
    Optional<Finding> separation() {
        return first.size() == 1
                ? second().flatMap(second -> first.getFirst().merits().separatedFrom(second.merits()))
                : Optional.empty();
    }

    private Optional<PlaceContender> second() {
        return candidates.stream()
                .filter(contender -> contender != first.getFirst())
                .min(PlaceContender.ORDER);
    }

    /** All of them with their ranks: candidates in order, then the others by identifier. */
    List<RankedPlace> ranked() {
        if (ranked == null) {
            ranked = Stream.concat(
                            rankedCandidates().stream(),
                            others.stream()
                                    .sorted(PlaceContender.BY_ID)
                                    .map(contender -> new RankedPlace(contender, null)))
                    .toList();
        }
        return ranked;
    }

    /** All of them. */
    Stream<PlaceContender> all() {
        return Stream.concat(candidates.stream(), others.stream());
    }

    private List<RankedPlace> rankedCandidates() {
        List<PlaceContender> ordered =
                candidates.stream().sorted(PlaceContender.ORDER).toList();
        List<RankedPlace> counted = new ArrayList<>(ordered.size());
        for (int from = 0; from < ordered.size(); ) {
            int to = endOfLevel(ordered, from);
            rank(ordered.subList(from, to), counted);
            from = to;
        }
        return counted;
    }

    /** Those of the same merits are next to each other, and only they can tie. */
    private static int endOfLevel(List<PlaceContender> ordered, int from) {
        int to = from + 1;
        while (to < ordered.size()
                && ordered.get(from).merits().areLevelWith(ordered.get(to).merits())) {
            to++;
        }
        return to;
    }

    /** The first, and those that tie with it, share a rank; then the same of those that are left. */
    private static void rank(List<PlaceContender> level, List<RankedPlace> ranked) {
        List<PlaceContender> left = level;
        while (!left.isEmpty()) {
            Set<PlaceContender> first = Collections.newSetFromMap(new IdentityHashMap<>());
            List<PlaceContender> tied = tiedFirst(left);
            first.addAll(tied);
            int rank = ranked.size() + 1;
            tied.forEach(contender -> ranked.add(new RankedPlace(contender, rank)));
            left = left.stream().filter(contender -> !first.contains(contender)).toList();
        }
    }

    /**
     * The first and all that tie with it, beyond the second too: otherwise a third, weaker candidate between two that tie would undo their
     * tie. Where several have the first's score, tying with any of them is enough, so that no identifier ever decides.
     */
    private static List<PlaceContender> tiedFirst(List<PlaceContender> contenders) {
        PlaceContender best = Collections.min(contenders, PlaceContender.ORDER);
        List<PlaceContender> level =
                contenders.stream().filter(best::isLevelWith).toList();
        return contenders.stream()
                .filter(contender -> level.stream().anyMatch(contender::tiesWith))
                .toList();
    }
}
