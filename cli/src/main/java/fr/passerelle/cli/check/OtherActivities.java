package fr.passerelle.cli.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of activities that would become another one. Memory does not grow with a file in which each line has its own. */
final class OtherActivities {

    private static final int MOST = 10_000;

    private final Map<String, Long> counts = new HashMap<>();

    void add(String words) {
        if (counts.size() < MOST || counts.containsKey(words)) {
            counts.merge(words, 1L, Long::sum);
        }
    }

    /** Commonest first. */
    List<OtherActivity> list() {
        return counts.entrySet().stream()
                .map(one -> new OtherActivity(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(OtherActivity::count)
                        .reversed()
                        .thenComparing(OtherActivity::words))
                .toList();
    }
}
