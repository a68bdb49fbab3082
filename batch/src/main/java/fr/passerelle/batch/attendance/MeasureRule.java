package fr.passerelle.batch.attendance;

import fr.passerelle.sources.reject.RejectReason;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record must be beside those of its file, the rooms that are known and the month of the night. */
final class MeasureRule {

    private final @Nullable Set<String> rooms;
    private final Map<String, String> near;
    private final FutureRule future;

    /** @param rooms identifiers of those that are known; null where they are not looked at */
    MeasureRule(@Nullable Set<String> rooms, YearMonth night) {
        this.rooms = rooms;
        this.near = (rooms == null ? Set.<String>of() : rooms)
                .stream().collect(Collectors.toMap(id -> id.toUpperCase(Locale.ROOT), id -> id, (one, other) -> one));
        this.future = new FutureRule(night);
    }

    /** @param forecasts whether the register declares some */
    PeriodRule.@Nullable Breach breach(AttendanceLine.Measure measure, boolean forecasts) {
        String room = Columns.room(measure.row());
        if (rooms != null && !rooms.contains(room)) {
            String meant = near.get(room.toUpperCase(Locale.ROOT));
            return new PeriodRule.Breach(
                    "id_salle",
                    RejectReason.SALLE_INCONNUE,
                    meant == null
                            ? "Aucune salle de l'inventaire n'a cet identifiant : corrigez-le, ou ajoutez la salle à"
                                    + " l'inventaire."
                            : "Aucune salle de l'inventaire n'a cet identifiant, mais « " + meant
                                    + " » s'écrit ainsi à la casse près : corrigez-le.");
        }
        return forecasts ? null : future.breach(measure.row());
    }
}
