package fr.passerelle.rules.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of an EPCI in the order of the comparison (RULES 4.3). Who is first decides; ranks are counted only when they are told, which
 * is never in a trial. One thread.
 */
final class Ranking {

    private final List<Contender> candidates;
    private final List<Contender> others;
    private final List<Contender> first;
    private @Nullable List<Ranked> ranked;

    private Ranking(List<Contender> candidates, List<Contender> others) {
        this.candidates = candidates;
        this.others = others;
        this.first = candidates.isEmpty() ? List.of() : tiedFirst(candidates.subList(0, endOfLevel(0)));
    }

    static Ranking of(List<Contender> contenders) {
        return new Ranking(
                contenders.stream()
                        .filter(contender -> contender.standing().isCandidate())
                        .sorted(Contender.ORDER)
                        .toList(),
                contenders.stream()
                        .filter(contender -> !contender.standing().isCandidate())
                        .toList());
    }

    /** Those that are candidates, in order. */
    List<Contender> candidates() {
        return candidates;
    }

    /** Candidates of the first rank: one, or several that tie; none where there is no candidate. */
    List<Contender> first() {
        return first;
    }

    /** What a choice compares, by rank: all that tie for the first, else the first and the one behind it, if any. */
    List<Contender> foremost() {
        return first.size() > 1 ? first : candidates.stream().limit(2).toList();
    }

    /** All of them with their ranks: candidates in order, then the others by identifier. */
    List<Ranked> ranked() {
        if (ranked == null) {
            ranked = Stream.concat(
                            rankedCandidates().stream(),
                            others.stream().sorted(Contender.BY_ID).map(contender -> new Ranked(contender, null)))
                    .toList();
        }
        return ranked;
    }

    /** All of them. */
    Stream<Contender> all() {
        return Stream.concat(candidates.stream(), others.stream());
    }

    private List<Ranked> rankedCandidates() {
        List<Ranked> counted = new ArrayList<>(candidates.size());
        for (int from = 0; from < candidates.size(); ) {
            int to = endOfLevel(from);
            rank(candidates.subList(from, to), counted);
            from = to;
        }
        return counted;
    }

    /** Those of the same merits are next to each other, and only they can tie. */
    private int endOfLevel(int from) {
        int to = from + 1;
        while (to < candidates.size() && sameMerits(candidates.get(from), candidates.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean sameMerits(Contender one, Contender other) {
        return Merits.ORDER.compare(one.merits(), other.merits()) == 0;
    }

    /** The first, and those that tie with it, share a rank; then the same of those that are left. */
    private static void rank(List<Contender> level, List<Ranked> ranked) {
        List<Contender> left = level;
        while (!left.isEmpty()) {
            Set<Contender> first = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Contender> tied = tiedFirst(left);
            first.addAll(tied);
            int rank = ranked.size() + 1;
            tied.forEach(contender -> ranked.add(new Ranked(contender, rank)));
            left = left.stream().filter(contender -> !first.contains(contender)).toList();
        }
    }

    /**
     * The first and all that tie with it, beyond the second too: otherwise a third, weaker candidate between two that tie would undo their
     * tie. Where several have the first's score, tying with any of them is enough, so that no identifier ever decides.
     */
    private static List<Contender> tiedFirst(List<Contender> ordered) {
        List<Contender> level =
                ordered.stream().filter(ordered.getFirst()::isLevelWith).toList();
        return ordered.stream()
                .filter(contender -> level.stream().anyMatch(contender::tiesWith))
                .toList();
    }
}
