package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.AttendanceReader.Columns;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.sources.KeptCells;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one row must say to hold together, and be beside the rooms that are known and the month of the night, whatever other rows say. */
final class MeasureRule {

    private static final Set<Grain> BEGUN = Set.of(Grain.TRIMESTRE, Grain.SEMESTRE, Grain.ANNEE);
    private static final int WEEK = 7;

    private final @Nullable Set<String> rooms;
    private final Map<String, String> near;
    private final YearMonth night;
    private final int end;

    /** @param rooms identifiers of those that are known; null where they are not looked at */
    MeasureRule(@Nullable Set<String> rooms, YearMonth night) {
        this.rooms = rooms;
        this.near = (rooms == null ? Set.<String>of() : rooms)
                .stream().collect(Collectors.toMap(id -> id.toUpperCase(Locale.ROOT), id -> id, (one, other) -> one));
        this.night = night;
        this.end = Math.toIntExact(night.atEndOfMonth().toEpochDay());
    }

    /** Why a row is refused; the message is for the user, in French, and quotes no cell. */
    record Breach(String column, RejectReason reason, String message) {

        /** The row as it is refused. */
        RejectedRow of(Row row, KeptCells.Rejections rejections) {
            return rejections.refuse(row, column, reason, message);
        }
    }

    /** Why a row does not hold together; null where it does. */
    static @Nullable Breach breach(Row row) {
        if (Columns.end(row) < Columns.start(row)) {
            return new Breach(
                    "periode_fin",
                    RejectReason.PERIODE_INVERSEE,
                    "La période finit avant de commencer : corrigez periode_debut ou periode_fin.");
        }
        if (!asLong(Columns.grain(row), Columns.start(row), Columns.end(row))) {
            return new Breach(
                    "grain",
                    RejectReason.GRAIN,
                    "La période n'a pas la longueur que dit son grain (un jour, sept jours, un mois, un trimestre, un"
                            + " semestre ou une année civile) : corrigez le grain ou les dates, ou écrivez PERIODE.");
        }
        if (Columns.hasDistinctPeople(row) && Columns.grain(row) != Grain.ANNEE) {
            return new Breach(
                    "personnes_distinctes",
                    RejectReason.PERSONNES_DISTINCTES,
                    "Les personnes distinctes ne se comptent que sur une année : videz la cellule. Leur nombre se dit"
                            + " sur une ligne à part, de grain ANNEE, du 1er janvier au 31 décembre.");
        }
        return Columns.etat(row) == Etat.FERME && Columns.countsSomething(row)
                ? new Breach(
                        "etat",
                        RejectReason.FERME,
                        "La salle est dite fermée, et pourtant quelque chose est compté : écrivez OUVERT, ou videz les"
                                + " comptes.")
                : null;
    }

    private static boolean asLong(Grain grain, int start, int end) {
        return switch (grain) {
            case SEANCE, JOUR -> start == end;
            case SEMAINE -> end - start == WEEK - 1;
            case MOIS -> months(start, end, 1);
            case TRIMESTRE -> months(start, end, 3);
            case SEMESTRE -> months(start, end, 6);
            case ANNEE -> months(start, end, 12);
            case PERIODE -> true;
        };
    }

    /** Whether the days are a whole division of the civil year, so many months long. */
    private static boolean months(int start, int end, int length) {
        LocalDate first = LocalDate.ofEpochDay(start);
        return first.getDayOfMonth() == 1
                && (first.getMonthValue() - 1) % length == 0
                && first.plusMonths(length).toEpochDay() - 1 == end;
    }

    /** Why a row that holds together is refused; null where it is not. A register may declare forecasts: then none is too late. */
    @Nullable
    Breach breach(Row row, boolean forecasts) {
        String room = Columns.room(row);
        if (rooms != null && !rooms.contains(room)) {
            String meant = near.get(room.toUpperCase(Locale.ROOT));
            return new Breach(
                    "id_salle",
                    RejectReason.SALLE_INCONNUE,
                    meant == null
                            ? "Aucune salle de l'inventaire n'a cet identifiant : corrigez-le, ou ajoutez la salle à"
                                    + " l'inventaire."
                            : "Aucune salle de l'inventaire n'a cet identifiant, mais « " + meant
                                    + " » s'écrit ainsi à la casse près : corrigez-le.");
        }
        return forecasts || !isFuture(row)
                ? null
                : new Breach(
                        "periode_fin",
                        RejectReason.PERIODE_FUTURE,
                        ("La période finit après le mois de l'exécution (%s) : corrigez l'année ou le mois, ou redonnez"
                                        + " la ligne quand la période sera finie ; si ce sont des prévisions, écrivez"
                                        + " « previsions: oui » dans le mapping.")
                                .formatted(night));
    }

    /**
     * Whether a period ends after the month of the night: one typing error must not move the month of the whole region. A closing is told
     * ahead, and so is a quarter, a half-year or a year that has begun.
     */
    private boolean isFuture(Row row) {
        boolean hasBegun = BEGUN.contains(Columns.grain(row)) && Columns.start(row) <= end;
        return Columns.end(row) > end && Columns.etat(row) == Etat.OUVERT && !hasBegun;
    }
}
