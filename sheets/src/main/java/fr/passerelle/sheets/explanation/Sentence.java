package fr.passerelle.sheets.explanation;

import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;

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
}
