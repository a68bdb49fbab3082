package fr.passerelle.schemas.table;

import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.schemas.text.TextResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What rooms do, by the vocabulary of activities: of a line of a register nothing else is kept than its code.
 *
 * @param code such as {@code ATELIER}
 * @param label French, for people
 * @param theme what a session of it is about, in the words of a proposal; empty where it is a way of counting, or the free use of the room
 */
public record Activity(String code, String label, String theme) {

    /** Column of a register that holds one. */
    public static final String COLUMN = "activite";

    /** Code of what the vocabulary does not know: several of one room and period are several activities. */
    public static final String OTHER = "AUTRE";

    private static final Map<String, Activity> ALL = vocabulary("activites").stream()
            .map(cells -> new Activity(cells[0], cells[1], cells[2]))
            .collect(Collectors.toMap(Activity::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    /** The vocabulary, by code. */
    public static List<Activity> all() {
        return List.copyOf(ALL.values());
    }

    /** An activity by its code. */
    public static Optional<Activity> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** The cells of a vocabulary that is shipped, without its header. */
    static List<String[]> vocabulary(String name) {
        return TextResource.of("/tables/" + name + ".csv", "Le vocabulaire « " + name + " »")
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    /**
     * What a diagnostic may be told to ask for beside functions and themes, by the vocabulary of objects: whatever else was typed is another
     * request, and its words, which may name somebody, go no further.
     *
     * @param code such as {@code BORNE_IMPRESSION}
     * @param label French, for people and on the log
     */
    public record NeedService(String code, String label) {

        private static final List<NeedService> ALL = Activity.vocabulary("objets").stream()
                .map(cells -> new NeedService(cells[0], cells[1]))
                .toList();

        private static final NeedService OTHER = ALL.stream()
                .filter(service -> service.code().equals(Activity.OTHER))
                .findFirst()
                .orElseThrow();

        /** The service of a text, however it is spelt; the other request where the vocabulary does not know it. */
        public static NeedService of(String told) {
            return named(told).orElse(OTHER);
        }

        /** Whether a text is a name of the vocabulary, rather than words of somebody. */
        public static boolean knows(String told) {
            return named(told).isPresent();
        }

        private static Optional<NeedService> named(String told) {
            String words = words(told);
            return ALL.stream()
                    .filter(one -> words(one.code()).equals(words)
                            || words(one.label()).equals(words))
                    .findFirst();
        }

        private static String words(String text) {
            return PlainText.words(text.replace('_', ' '));
        }
    }
}
