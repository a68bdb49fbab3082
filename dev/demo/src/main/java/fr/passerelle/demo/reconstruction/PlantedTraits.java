package fr.passerelle.demo.reconstruction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Lists what the registers hold for the rules to find: traits, missing months, closures and observed zeros. */
final class PlantedTraits {

    private final Silence silence;

    PlantedTraits(Silence silence) {
        this.silence = silence;
    }

    void list(List<Room> rooms, Anomalies anomalies) {
        for (Room room : rooms) {
            listTrait(room, anomalies);
            for (Silence.Kind kind : List.of(Silence.Kind.MISSING, Silence.Kind.CLOSED, Silence.Kind.ZERO)) {
                listMonths(room, kind, anomalies);
            }
        }
    }

    private static void listTrait(Room room, Anomalies anomalies) {
        if (room.trait() != Trait.NONE) {
            anomalies.planted(
                    Register.FILE,
                    room.id(),
                    text(room.opened()),
                    text(room.closed()),
                    room.trait().name(),
                    room.trait().description());
        }
    }

    /** One line for each run of months of a kind. */
    private void listMonths(Room room, Silence.Kind kind, Anomalies anomalies) {
        List<YearMonth> run = new ArrayList<>();
        for (YearMonth month = ExpectedAttendance.FIRST;
                !month.isAfter(ExpectedAttendance.LAST.plusMonths(1));
                month = month.plusMonths(1)) {
            boolean in = !month.isAfter(ExpectedAttendance.LAST) && silence.in(room, month) == kind;
            if (in) {
                run.add(month);
            } else if (!run.isEmpty()) {
                anomalies.planted(
                        Register.FILE,
                        room.id(),
                        run.getFirst().toString(),
                        run.getLast().toString(),
                        nature(kind),
                        run.size() + " mois");
                run.clear();
            }
        }
    }

    private static String nature(Silence.Kind kind) {
        return switch (kind) {
            case MISSING -> "MOIS_MANQUANT";
            case CLOSED -> "MOIS_FERME";
            case ZERO -> "ZERO_OBSERVE";
            case HEARD, OUTSIDE -> throw new IllegalArgumentException("Not planted: " + kind);
        };
    }

    private static String text(@org.jspecify.annotations.Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
