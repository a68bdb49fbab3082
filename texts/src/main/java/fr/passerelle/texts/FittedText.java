package fr.passerelle.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences held under a number of words: those of the greatest rank get shorter first, and the text then says that there is more. */
final class FittedText {

    private FittedText() {}

    /** Joined, in their order; the last one stays last. */
    static String under(int limit, List<Sentence> sentences) {
        String whole = joined(sentences);
        return WordCount.count(whole) < limit ? whole : cut(limit, sentences);
    }

    private static String cut(int limit, List<Sentence> sentences) {
        List<Sentence> left = new ArrayList<>(sentences);
        left.add(left.size() - 1, Sentence.kept("maire.suite", Map.of()));
        Optional<Integer> next = next(left);
        while (WordCount.count(joined(left)) >= limit && next.isPresent()) {
            left.set(next.get(), left.get(next.get()).shorter());
            next = next(left);
        }
        return joined(left);
    }

    /** The place of the one to shorten: of the greatest rank, the last. */
    private static Optional<Integer> next(List<Sentence> sentences) {
        return IntStream.range(0, sentences.size())
                .boxed()
                .filter(i -> sentences.get(i).canShorten())
                .max(Comparator.<Integer>comparingInt(i -> sentences.get(i).next())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String joined(List<Sentence> sentences) {
        return sentences.stream()
                .map(Sentence::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
