package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of a register, by number, found once. */
final class Columns {

    static final List<String> HEADER = TableSchema.frequentation().header();

    private static final int ID = HEADER.indexOf("id_releve");
    private static final int ROOM = HEADER.indexOf("id_salle");
    private static final int START = HEADER.indexOf("periode_debut");
    private static final int END = HEADER.indexOf("periode_fin");
    private static final int GRAIN = HEADER.indexOf("grain");
    private static final int ACTIVITY = HEADER.indexOf("activite");
    private static final int ETAT = HEADER.indexOf("etat");
    private static final int SESSIONS = HEADER.indexOf("seances");
    private static final int SESSION_HOURS = HEADER.indexOf("heures_seances");
    private static final int PRESENCES = HEADER.indexOf("presences");
    private static final int PERSON_HOURS = HEADER.indexOf("heures_personnes");
    private static final int REGISTERED = HEADER.indexOf("inscrits");
    private static final int DISTINCT_PEOPLE = HEADER.indexOf("personnes_distinctes");
    private static final int SCOLAIRES = HEADER.indexOf("scolaires");

    private static final Grain[] GRAINS = words(GRAIN, Grain::valueOf).toArray(Grain[]::new);
    private static final Etat[] ETATS = words(ETAT, Etat::valueOf).toArray(Etat[]::new);

    private Columns() {}

    /** What the words of a column mean, in the order of its Table Schema: a cell's value is the place of its word. */
    private static <E> Stream<E> words(int column, Function<String, E> meaning) {
        return TableSchema.frequentation().fields().get(column).constraints().values().stream()
                .map(meaning);
    }

    static String id(Row row) {
        return row.text(ID);
    }

    static String room(Row row) {
        return row.text(ROOM);
    }

    static int start(Row row) {
        return (int) row.value(START);
    }

    static int end(Row row) {
        return (int) row.value(END);
    }

    static Grain grain(Row row) {
        return GRAINS[(int) row.value(GRAIN)];
    }

    static String activity(Row row) {
        return row.text(ACTIVITY);
    }

    static Etat etat(Row row) {
        return ETATS[(int) row.value(ETAT)];
    }

    static boolean hasDistinctPeople(Row row) {
        return row.has(DISTINCT_PEOPLE);
    }

    /** Whether something above zero was counted. */
    static boolean countsSomething(Row row) {
        for (int column = SESSIONS; column <= SCOLAIRES; column++) {
            if (row.value(column) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What a row says, of a register by its name; empty for the region's own. */
    static Attendance attendance(Row row, String register) {
        return new Attendance(
                row.line() == 0 || id(row).isEmpty() ? "" : register,
                id(row),
                start(row),
                end(row),
                grain(row),
                activity(row),
                etat(row),
                count(row, SESSIONS),
                count(row, SESSION_HOURS),
                count(row, PRESENCES),
                count(row, PERSON_HOURS),
                count(row, REGISTERED),
                count(row, DISTINCT_PEOPLE),
                count(row, SCOLAIRES));
    }

    private static int count(Row row, int column) {
        long value = row.value(column);
        return value == Row.NONE ? Attendance.NOT_COUNTED : (int) value;
    }
}
