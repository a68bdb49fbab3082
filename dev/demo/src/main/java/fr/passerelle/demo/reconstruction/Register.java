package fr.passerelle.demo.reconstruction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The attendance file: one row a room, period and activity. */
final class Register {

    /** Activity of rows that do not say one. */
    static final String ALL = "TOUTES";

    /** Activity of closings: no other row has it, so that a closing overlaps none. */
    private static final String CLOSING = "FERMETURE";

    static final String FILE = "frequentation.csv";
    static final String HEADER =
            "id_releve;id_salle;periode_debut;periode_fin;grain;activite;etat;seances;heures_seances;presences;"
                    + "heures_personnes;inscrits;personnes_distinctes;scolaires";

    private final CanonicalCsv sheet;
    private final List<OwnForm> ownForms;

    /** @param ownForms registers that come back in a form of their own, to which their rows go */
    Register(CanonicalCsv sheet, List<OwnForm> ownForms) {
        this.sheet = sheet;
        this.ownForms = List.copyOf(ownForms);
    }

    void session(Room room, LocalDate day, String activity, RegisterCounts tally) {
        row("", room, day, day, "SEANCE", activity, "OUVERT", tally);
    }

    /** A row that carries the register's own identifier, made of what it is about. */
    void month(Room room, YearMonth month, String activity, RegisterCounts tally) {
        String own = "%s-%s-%s".formatted(room.id(), month, activity);
        row(own, room, month.atDay(1), month.atEndOfMonth(), "MOIS", activity, "OUVERT", tally);
    }

    void closedMonth(Room room, YearMonth month) {
        row("", room, month.atDay(1), month.atEndOfMonth(), "MOIS", CLOSING, "FERME", RegisterCounts.NOTHING);
    }

    void closed(Room room, LocalDate from, LocalDate to) {
        row("", room, from, to, "PERIODE", CLOSING, "FERME", RegisterCounts.NOTHING);
    }

    void open(Room room, LocalDate from, LocalDate to, String grain, String activity, RegisterCounts tally) {
        row("", room, from, to, grain, activity, "OUVERT", tally);
    }

    /** A row as it is, and its line. */
    long raw(String... cells) {
        return sheet.row(cells);
    }

    private void row(
            String own,
            Room room,
            LocalDate from,
            LocalDate to,
            String grain,
            String activity,
            String state,
            RegisterCounts tally) {
        for (OwnForm form : ownForms) {
            if (form.takes(room, grain, state)) {
                form.row(room, from, activity, tally);
                return;
            }
        }
        String[] counts = tally.cells();
        sheet.row(
                own,
                room.id(),
                from.toString(),
                to.toString(),
                grain,
                activity,
                state,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6]);
    }
}
