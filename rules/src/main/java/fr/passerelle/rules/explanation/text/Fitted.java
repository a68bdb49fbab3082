package fr.passerelle.rules.explanation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sentences held under a number of words: those of the greatest rank leave first, the last of them first, and the text says so. */
final class Fitted {

    private Fitted() {}

    /** Joined, in their order. */
    static String under(int limit, List<Sentence> sentences) {
        String whole = joined(sentences);
        return Words.count(whole) < limit ? whole : cut(limit, sentences);
    }

    private static String cut(int limit, List<Sentence> sentences) {
        List<Sentence> left = new ArrayList<>(sentences);
        left.add(left.size() - 1, Sentence.kept("maire.suite", Map.of()));
        while (Words.count(joined(left)) >= limit && left.stream().anyMatch(sentence -> sentence.rank() > 0)) {
            left.remove(left.lastIndexOf(left.reversed().stream()
                    .max(Comparator.comparingInt(Sentence::rank))
                    .orElseThrow()));
        }
        return joined(left);
    }

    private static String joined(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }
}
