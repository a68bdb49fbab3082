package fr.passerelle.faults.check;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** I6: what holds is byte for byte what it is when nothing disturbs. */
final class SameBytes {

    private static final String NONE = "";

    private SameBytes() {}

    static Stream<Violation> in(History history) {
        Map<String, String> here = history.results().current();
        Map<String, String> there = history.reference().current();
        TreeSet<String> all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        return all.stream()
                .filter(id -> !here.getOrDefault(id, NONE).equals(there.getOrDefault(id, NONE)))
                .map(id -> new Violation(Promise.I6, id + " : " + said(here, id) + ", sans faute " + said(there, id)));
    }

    private static String said(Map<String, String> current, String id) {
        String digest = current.getOrDefault(id, NONE);
        return digest.isEmpty() ? "rien" : digest;
    }
}
