package fr.passerelle.texts;

import java.util.List;
import java.util.Map;

/**
 * A sentence of a text that has a limit, in one or more lengths.
 *
 * @param rank which ones are shortened first: the greatest
 * @param variants from the longest to the shortest, at least one; an empty last one means that it may leave
 */
record Sentence(int rank, List<String> variants) {

    /** One that always stays as it is. */
    static Sentence kept(String key, Map<String, ?> arguments) {
        return new Sentence(0, List.of(Textes.say(key, arguments)));
    }

    /** One that may leave. */
    static Sentence ranked(int rank, String key, Map<String, ?> arguments) {
        return new Sentence(rank, List.of(Textes.say(key, arguments), ""));
    }

    String text() {
        return variants.getFirst();
    }

    boolean canShorten() {
        return variants.size() > 1;
    }

    Sentence shorter() {
        return new Sentence(rank, variants.subList(1, variants.size()));
    }
}
