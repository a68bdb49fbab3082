package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.reject.Reason;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a record must be beside those of its file and the rooms that are known. */
final class MeasureRule {

    private MeasureRule() {}

    static PeriodRule.@Nullable Breach breach(AttendanceLine.Measure measure, Predicate<String> knownRoom) {
        if (measure.again()) {
            return new PeriodRule.Breach(
                    "id_releve",
                    Reason.DOUBLON,
                    "Cet identifiant de relevé est déjà pris par une ligne précédente du fichier : donnez à cette"
                            + " ligne le sien, ou ne gardez que la bonne.");
        }
        if (!knownRoom.test(Columns.room(measure.row()))) {
            return new PeriodRule.Breach(
                    "id_salle",
                    Reason.SALLE_INCONNUE,
                    "Aucune salle de l'inventaire n'a cet identifiant : corrigez-le, ou ajoutez la salle à"
                            + " l'inventaire.");
        }
        return null;
    }
}
