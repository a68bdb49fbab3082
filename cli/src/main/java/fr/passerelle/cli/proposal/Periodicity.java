package fr.passerelle.cli.proposal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How a file says its periods: once, be it by months side by side, by the day of a session, by two days or by a name. */
final class Periodicity {

    private static final String START = "periode_debut";
    private static final String END = "periode_fin";
    private static final Set<String> OF_PERIOD = Set.of(START, END, "grain");
    private static final Set<String> KEYS = Set.of(Synonyms.PERIOD, Synonyms.SESSION, Synonyms.YEAR, Synonyms.MONTH);

    private Periodicity() {}

    /**
     * Leaves one way among the guesses.
     *
     * @param guesses changed in place
     * @param months whether months stand side by side
     * @param whole a half of a period, taken for the whole of it
     */
    static void settle(Map<String, Guess> guesses, boolean months, UnaryOperator<Guess> whole) {
        Guess session = guesses.get(Synonyms.SESSION);
        if (months) {
            guesses.keySet().removeAll(KEYS);
            guesses.keySet().removeAll(OF_PERIOD);
            guesses.keySet().removeAll(Set.of("presences", "id_releve"));
        } else if (guesses.containsKey(START) && guesses.containsKey(END)) {
            guesses.keySet().removeAll(KEYS);
        } else if (session != null) {
            guesses.keySet().removeAll(KEYS);
            guesses.put(START, session.as(START));
            guesses.put(END, session.as(END));
        } else if (KEYS.stream().anyMatch(guesses::containsKey)) {
            guesses.keySet().removeAll(OF_PERIOD);
            name(guesses, whole);
        }
    }

    /** Whether the first and the last day are those of one session. */
    static boolean isSession(Map<String, Guess> guesses) {
        Guess start = guesses.get(START);
        Guess end = guesses.get(END);
        return start != null && end != null && start.place() == end.place();
    }

    /** A whole name comes before its two halves, and those before one of them. */
    private static void name(Map<String, Guess> guesses, UnaryOperator<Guess> whole) {
        if (guesses.containsKey(Synonyms.PERIOD)) {
            guesses.keySet().removeAll(Set.of(Synonyms.YEAR, Synonyms.MONTH));
        } else if (!guesses.keySet().containsAll(Set.of(Synonyms.YEAR, Synonyms.MONTH))) {
            List.of(Synonyms.YEAR, Synonyms.MONTH).stream()
                    .filter(guesses::containsKey)
                    .findFirst()
                    .ifPresent(half -> {
                        Guess guess = guesses.remove(half);
                        if (guess != null) {
                            guesses.put(Synonyms.PERIOD, whole.apply(guess));
                        }
                    });
        }
    }
}
