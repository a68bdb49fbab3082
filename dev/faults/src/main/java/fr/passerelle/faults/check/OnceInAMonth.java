package fr.passerelle.faults.check;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** I1: the lines that hold are those of the latest record of their month, no more and no less. */
final class OnceInAMonth {

    private OnceInAMonth() {}

    static Stream<Violation> in(History history) {
        Map<String, Long> holding = history.log().lines().holding();
        Map<String, Long> told = history.log().lines().told();
        TreeSet<String> months = new TreeSet<>(holding.keySet());
        months.addAll(told.keySet());
        return months.stream()
                .filter(month -> !holding.getOrDefault(month, 0L).equals(told.getOrDefault(month, 0L)))
                .map(month -> new Violation(
                        Promise.I1,
                        month + " : " + holding.getOrDefault(month, 0L) + " lignes connues, "
                                + told.getOrDefault(month, 0L) + " sur le topic"));
    }
}
