package fr.passerelle.rules.explanation.text;

import java.util.Map;

/**
 * A sentence of a text that has a limit.
 *
 * @param rank 0 where it always stays; the greatest goes first where there is no room
 */
record Sentence(int rank, String text) {

    static Sentence kept(String key, Map<String, ?> arguments) {
        return new Sentence(0, Textes.say(key, arguments));
    }

    static Sentence ranked(int rank, String key, Map<String, ?> arguments) {
        return new Sentence(rank, Textes.say(key, arguments));
    }
}
