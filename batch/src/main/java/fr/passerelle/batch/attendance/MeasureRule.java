package fr.passerelle.batch.attendance;

import fr.passerelle.sources.reject.RejectReason;
import java.time.YearMonth;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a record must be beside those of its file, the rooms that are known and the month of the night. */
final class MeasureRule {

    private final Predicate<String> knownRoom;
    private final FutureRule future;

    MeasureRule(Predicate<String> knownRoom, YearMonth night) {
        this.knownRoom = knownRoom;
        this.future = new FutureRule(night);
    }

    /** @param forecasts whether the register declares some */
    PeriodRule.@Nullable Breach breach(AttendanceLine.Measure measure, boolean forecasts) {
        if (!knownRoom.test(Columns.room(measure.row()))) {
            return new PeriodRule.Breach(
                    "id_salle",
                    RejectReason.SALLE_INCONNUE,
                    "Aucune salle de l'inventaire n'a cet identifiant : corrigez-le, ou ajoutez la salle à"
                            + " l'inventaire.");
        }
        return forecasts ? null : future.breach(measure.row());
    }
}
