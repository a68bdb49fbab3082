package fr.passerelle.bench;

import fr.passerelle.bench.event.AttendanceRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of the attendance file: a session of one room and activity.
 *
 * @param sessionHours hundredths of an hour
 * @param personHours hundredths of an hour, spent by all together
 */
record Session(
        String room, LocalDate day, String activity, int sessions, int sessionHours, int presences, int personHours) {

    /** The columns of the file. */
    static final String COLUMNS =
            "id_releve;id_salle;periode_debut;periode_fin;grain;activite;etat;seances;heures_seances;"
                    + "presences;heures_personnes;inscrits;personnes_distinctes;scolaires";

    private static final String HASH = "0".repeat(64);

    /** That of a line of the file. */
    static Session read(String line) {
        String[] cells = line.split(";", -1);
        return new Session(
                cells[1],
                LocalDate.parse(cells[2]),
                cells[5],
                Integer.parseInt(cells[7]),
                hundredths(cells[8]),
                Integer.parseInt(cells[9]),
                hundredths(cells[10]));
    }

    /** Hours as a file writes them, with a decimal point. */
    static int hundredths(String hours) {
        return new BigDecimal(hours).movePointRight(2).intValueExact();
    }

    /** With one presence more. */
    Session revised() {
        return new Session(room, day, activity, sessions, sessionHours, presences + 1, personHours);
    }

    /** As a line of the file, without its end. */
    String line() {
        return ";" + room + ";" + day + ";" + day + ";SEANCE;" + activity + ";OUVERT;" + sessions + ";"
                + hours(sessionHours) + ";" + presences + ";" + hours(personHours) + ";;;";
    }

    private static String hours(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /** As a log of rows would say it. */
    AttendanceRow recorded() {
        return new AttendanceRow(
                room + "|" + day + "|" + activity,
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
