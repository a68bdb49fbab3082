package fr.passerelle.demo.reconstruction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attendance file: one row a room, period and activity, but for the registers that come back in a form of their own. */
record Register(CanonicalCsv sheet, List<OwnForm> ownForms) {

    /** Activity of rows that do not say one. */
    static final String ALL = "TOUTES";

    /** Activity of closings: no other row has it, so that a closing overlaps none. */
    private static final String CLOSING = "FERMETURE";

    static final String FILE = "frequentation.csv";

    void session(Room room, LocalDate day, String activity, Counts tally) {
        row("", room, day, day, "SEANCE", activity, "OUVERT", tally);
    }

    /** A row that carries the register's own identifier, made of what it is about. */
    void month(Room room, YearMonth month, String activity, Counts tally) {
        String own = "%s-%s-%s".formatted(room.id(), month, activity);
        row(own, room, month.atDay(1), month.atEndOfMonth(), "MOIS", activity, "OUVERT", tally);
    }

    void closedMonth(Room room, YearMonth month) {
        row("", room, month.atDay(1), month.atEndOfMonth(), "MOIS", CLOSING, "FERME", Counts.NOTHING);
    }

    void closed(Room room, LocalDate from, LocalDate to) {
        row("", room, from, to, "PERIODE", CLOSING, "FERME", Counts.NOTHING);
    }

    void open(Room room, LocalDate from, LocalDate to, String grain, String activity, Counts tally) {
        row("", room, from, to, grain, activity, "OUVERT", tally);
    }

    private void row(
            String own,
            Room room,
            LocalDate from,
            LocalDate to,
            String grain,
            String activity,
            String state,
            Counts tally) {
        for (OwnForm form : ownForms) {
            if (form.epci().equals(room.epci()) && state.equals("OUVERT") && form.takes(grain)) {
                form.row(room, from, activity, tally);
                return;
            }
        }
        sheet.row(Stream.concat(
                        Stream.of(own, room.id(), from.toString(), to.toString(), grain, activity, state),
                        Stream.of(tally.cells()))
                .toArray(String[]::new));
    }

    /** What a row counts, null where it does not: presences without those of school groups, times in quarters of an hour, of all persons together. */
    record Counts(
            @Nullable Integer sessions,
            @Nullable Integer quarters,
            @Nullable Integer presences,
            @Nullable Integer personQuarters,
            @Nullable Integer registered,
            @Nullable Integer distinct,
            @Nullable Integer school) {

        static final Counts NOTHING = new Counts(null, null, null, null, null, null, null);
        static final Counts ZERO = new Counts(0, 0, 0, 0, null, null, null);
        private static final String[] QUARTERS = {"", ".25", ".5", ".75"};

        static Counts of(int sessions, int quarters, int presences, int personQuarters) {
            return new Counts(sessions, quarters, presences, personQuarters, null, null, null);
        }

        Counts withoutPersonHours() {
            return new Counts(sessions, quarters, presences, null, registered, distinct, school);
        }

        Counts withoutSessionHours() {
            return new Counts(sessions, null, presences, personQuarters, registered, distinct, school);
        }

        Counts plus(Counts other) {
            return of(
                    value(sessions) + value(other.sessions),
                    value(quarters) + value(other.quarters),
                    value(presences) + value(other.presences),
                    value(personQuarters) + value(other.personQuarters));
        }

        int presencesOrZero() {
            return value(presences);
        }

        /** The cells from seances to scolaires. */
        String[] cells() {
            return new String[] {
                Objects.toString(sessions, ""),
                hours(quarters),
                Objects.toString(presences, ""),
                hours(personQuarters),
                Objects.toString(registered, ""),
                Objects.toString(distinct, ""),
                Objects.toString(school, "")
            };
        }

        private static int value(@Nullable Integer count) {
            return count == null ? 0 : count;
        }

        private static String hours(@Nullable Integer quarters) {
            return quarters == null ? "" : quarters / 4 + QUARTERS[quarters % 4];
        }
    }
}
