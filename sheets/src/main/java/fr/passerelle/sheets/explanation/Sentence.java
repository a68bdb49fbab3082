package fr.passerelle.sheets.explanation;

import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sentence of a text that has a limit, in one or more lengths.
 *
 * @param rank which ones are shortened first: the greatest
 * @param leaving the same, once the next step is to leave
 * @param variants from the longest to the shortest, at least one; an empty last one means that it may leave
 */
record Sentence(int rank, int leaving, List<String> variants) {

    /** One that is shortened and leaves at the same rank. */
    Sentence(int rank, List<String> variants) {
        this(rank, rank, variants);
    }

    /** One that always stays as it is. */
    static Sentence kept(String key, Map<String, ?> arguments) {
        return new Sentence(0, List.of(Textes.say(key, arguments)));
    }

    /** One that may leave. */
    static Sentence ranked(int rank, String key, Map<String, ?> arguments) {
        return new Sentence(rank, List.of(Textes.say(key, arguments), ""));
    }

    /** This one, where it holds. */
    Stream<Sentence> when(boolean holds) {
        return holds ? Stream.of(this) : Stream.empty();
    }

    String text() {
        return variants.getFirst();
    }

    boolean canShorten() {
        return variants.size() > 1;
    }

    /** The rank of its next step. */
    int next() {
        return variants.get(1).isEmpty() ? leaving : rank;
    }

    Sentence shorter() {
        return new Sentence(rank, leaving, variants.subList(1, variants.size()));
    }

    /**
     * Sentences held under a number of words: those of the greatest rank get shorter first, and the text then says that there is more. What was
     * shortened last comes back where there is room for it after all.
     */
    record FittedText(int limit, List<Sentence> left, Deque<Shortening> done) {

        /** A sentence as it was at its place before it was shortened. */
        private record Shortening(int place, Sentence before) {}

        /** Joined, in their order; the last one stays last. */
        static String under(int limit, List<Sentence> sentences) {
            FittedText whole = new FittedText(limit, new ArrayList<>(sentences), new ArrayDeque<>());
            return whole.fits() ? whole.joined() : whole.cut();
        }

        private String cut() {
            left.add(left.size() - 1, Sentence.kept("maire.suite", Map.of()));
            Optional<Integer> next = next();
            while (!fits() && next.isPresent()) {
                done.push(new Shortening(next.get(), left.get(next.get())));
                left.set(next.get(), left.get(next.get()).shorter());
                next = next();
            }
            done.forEach(this::giveBack);
            return joined();
        }

        /** One step of a sentence that may still take it: an earlier step only once the later ones are back. */
        private void giveBack(Shortening one) {
            Sentence now = left.get(one.place());
            if (one.before().shorter().equals(now)) {
                left.set(one.place(), one.before());
                if (!fits()) {
                    left.set(one.place(), now);
                }
            }
        }

        /** The place of the one to shorten: of the greatest rank, the last. */
        private Optional<Integer> next() {
            return IntStream.range(0, left.size())
                    .boxed()
                    .filter(i -> left.get(i).canShorten())
                    .max(Comparator.<Integer>comparingInt(i -> left.get(i).next())
                            .thenComparing(Comparator.naturalOrder()));
        }

        private boolean fits() {
            return WordCount.count(joined()) < limit;
        }

        private String joined() {
            return left.stream()
                    .map(Sentence::text)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }
}
