package fr.passerelle.bench.contender;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.bench.event.AttendanceRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of the attendance file, typed.
 *
 * @param sessionHours hundredths of an hour
 * @param personHours hundredths of an hour
 */
public record TypedRow(
        String room, LocalDate day, String activity, int sessions, int sessionHours, int presences, int personHours) {

    /** Names of the columns of the file. */
    public static final String[] COLUMNS = {
        "id_releve",
        "id_salle",
        "periode_debut",
        "periode_fin",
        "grain",
        "activite",
        "etat",
        "seances",
        "heures_seances",
        "presences",
        "heures_personnes",
        "inscrits",
        "personnes_distinctes",
        "scolaires"
    };

    private static final String HASH = "0".repeat(64);

    static TypedRow of(CsvRecord record) {
        return new TypedRow(
                record.getField(1),
                LocalDate.parse(record.getField(2)),
                record.getField(5),
                Integer.parseInt(record.getField(7)),
                hundredths(record.getField(8)),
                Integer.parseInt(record.getField(9)),
                hundredths(record.getField(10)));
    }

    /** Hours as a file writes them, with a decimal point. */
    public static int hundredths(String hours) {
        return new BigDecimal(hours).movePointRight(2).intValueExact();
    }

    /** What no other row of the file has. */
    public String key() {
        return room + "|" + day + "|" + activity;
    }

    /** As a log of rows would say it. */
    public AttendanceRow recorded() {
        return new AttendanceRow(
                key(),
                room,
                "",
                day,
                day,
                "SEANCE",
                activity,
                "OUVERT",
                sessions,
                sessionHours,
                presences,
                personHours,
                HASH,
                1L);
    }
}
