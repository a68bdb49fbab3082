package fr.passerelle.batch.verify;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReplacedAttendance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the attendance as texts, from the journal or from the state: what the log says of it. Which line of the file it was is not
 * among it, since a file that repeats another is not told to the log.
 *
 * @param cells in the order of the columns
 * @param file hash of the file that said it; empty where the log is older than that field
 */
record AttendanceRow(String room, String key, List<String> cells, String file) {

    private static final List<String> COLUMNS = List.of(
            "period_start",
            "period_end",
            "grain",
            "activity",
            "etat",
            "sessions",
            "session_hours_hundredths",
            "presences",
            "person_hours_hundredths",
            "registered",
            "distinct_people",
            "scolaires");
    private static final String SELECT =
            "select a.room_id, a.key, a." + String.join(", a.", COLUMNS) + ", f.sha256 from passerelle.attendance a"
                    + " join passerelle.room r on r.room_id = a.room_id"
                    + " left join passerelle.file_import i on i.import_no = a.import_no"
                    + " left join passerelle.file f on f.file_no = i.file_no";

    /** All that the state knows of the rooms of the inventory. */
    static final String ALL = SELECT;

    /** What the state knows of one room, by key. */
    static final String OF_ROOM = SELECT + " where a.room_id = ? order by a.key";

    static AttendanceRow of(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>(COLUMNS.size());
        for (String column : COLUMNS) {
            cells.add(cell(column, row.getString(column)));
        }
        return new AttendanceRow(
                row.getString(1),
                row.getString(2),
                cells,
                Objects.requireNonNullElse(row.getString("sha256"), "aucun"));
    }

    static AttendanceRow of(AttendanceRecorded it) {
        return new AttendanceRow(
                it.getRoomId(),
                it.getKey(),
                cells(it.getPeriodStart(), it.getPeriodEnd(), it.getGrain(), it.getActivity(), it.getCounts()),
                it.getFileSha256());
    }

    static AttendanceRow of(String room, String key, ReplacedAttendance it) {
        return new AttendanceRow(
                room,
                key,
                cells(it.getPeriodStart(), it.getPeriodEnd(), it.getGrain(), it.getActivity(), it.getCounts()),
                it.getFileSha256());
    }

    /** What is summed: all but the file. */
    String text() {
        return key + '\0' + String.join("\0", cells);
    }

    /** What is summed of the file. */
    String source() {
        return key + '\0' + file;
    }

    /** The first column in which another differs, with both values; empty when none does. */
    Optional<String> difference(AttendanceRow found) {
        return IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).equals(found.cells.get(i)))
                .mapToObj(i -> said(COLUMNS.get(i), cells.get(i), found.cells.get(i)))
                .findFirst()
                .or(() -> file.isEmpty() || file.equals(found.file)
                        ? Optional.empty()
                        : Optional.of(said("fichier", file, found.file)));
    }

    private static String said(String column, String expected, String found) {
        return "colonne " + column + " : attendu " + expected + ", trouvé " + found;
    }

    private static String cell(String column, @Nullable String value) {
        if (value == null) {
            return "vide";
        }
        return switch (column) {
            case "grain" -> Grain.values()[Integer.parseInt(value)].name();
            case "etat" -> Etat.values()[Integer.parseInt(value)].name();
            default -> value;
        };
    }

    private static List<String> cells(
            LocalDate start, LocalDate end, Grain grain, String activity, AttendanceCounts counts) {
        return List.of(
                start.toString(),
                end.toString(),
                grain.name(),
                activity,
                counts.getEtat().name(),
                number(counts.getSessions()),
                number(counts.getSessionHoursHundredths()),
                number(counts.getPresences()),
                number(counts.getPersonHoursHundredths()),
                number(counts.getRegistered()),
                number(counts.getDistinctPeople()),
                number(counts.getScolaires()));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "vide" : value.toString();
    }
}
