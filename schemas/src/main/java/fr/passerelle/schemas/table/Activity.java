package fr.passerelle.schemas.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (InputStream in = Activity.class.getResourceAsStream("/tables/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("Le vocabulaire « " + name + " » manque au programme");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Le vocabulaire « " + name + " » ne se lit pas", e);
        }
    }
}
