package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.reject.RejectReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one row must say to hold together, whatever the others say. */
final class PeriodRule {

    /** Why a row does not hold together. */
    record Breach(String column, RejectReason reason, String message) {}

    private static final int WEEK = 7;

    private PeriodRule() {}

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
        return countsBreach(row);
    }

    private static @Nullable Breach countsBreach(Row row) {
        if (Columns.hasDistinctPeople(row) && Columns.grain(row) != Grain.ANNEE) {
            return new Breach(
                    "personnes_distinctes",
                    RejectReason.PERSONNES_DISTINCTES,
                    "Les personnes distinctes ne se comptent que sur une année : videz la cellule. Leur nombre se dit"
                            + " sur une ligne à part, de grain ANNEE, du 1er janvier au 31 décembre.");
        }
        if (Columns.etat(row) == Etat.FERME && Columns.countsSomething(row)) {
            return new Breach(
                    "etat",
                    RejectReason.FERME,
                    "La salle est dite fermée, et pourtant quelque chose est compté : écrivez OUVERT, ou videz les"
                            + " comptes.");
        }
        return null;
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
}
