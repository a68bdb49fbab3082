package fr.passerelle.rules.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places of an EPCI in the order of the comparison (RULES 4.3).
 *
 * @param candidates those that are candidates, by rank
 * @param others those that are not, by identifier
 */
record Ranking(List<Ranked> candidates, List<Ranked> others) {

    static Ranking of(List<Contender> contenders) {
        return new Ranking(
                ranked(contenders.stream()
                        .filter(contender -> contender.standing().isCandidate())
                        .sorted(Contender.ORDER)
                        .toList()),
                contenders.stream()
                        .filter(contender -> !contender.standing().isCandidate())
                        .sorted(Contender.BY_ID)
                        .map(contender -> new Ranked(contender, null))
                        .toList());
    }

    /** Those of the same merits are next to each other, and only they can tie. */
    private static List<Ranked> ranked(List<Contender> ordered) {
        List<Ranked> ranked = new ArrayList<>(ordered.size());
        for (int from = 0; from < ordered.size(); ) {
            int to = from + 1;
            while (to < ordered.size() && sameMerits(ordered.get(from), ordered.get(to))) {
                to++;
            }
            rank(ordered.subList(from, to), ranked);
            from = to;
        }
        return ranked;
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

    /** Candidates of the first rank: one, or several that tie; none where there is no candidate. */
    List<Place> first() {
        return candidates.stream()
                .takeWhile(ranked -> ranked.rank() != null && ranked.rank() == 1)
                .map(ranked -> ranked.contender().place())
                .toList();
    }

    /** All of them, candidates first. */
    Stream<Ranked> all() {
        return Stream.concat(candidates.stream(), others.stream());
    }
}
