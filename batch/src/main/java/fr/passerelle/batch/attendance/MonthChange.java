package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.attendance.ToldMonths.Told;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a month of a room in which something may have changed. */
final class MonthChange {

    private final Due due;
    private final MonthLines before;
    private final MonthLines now;
    private final MonthDifference difference;

    /** @param told the month as it was told last; null where it never was */
    MonthChange(Due due, @Nullable Told told, MonthLines now) {
        this.due = due;
        this.before = told == null || !told.holds() ? MonthLines.NONE : MonthLines.of(told.month());
        this.now = now;
        this.difference =
                MonthDifference.between(told == null ? List.of() : told.month().getLines(), now.lines());
    }

    /** Whether the log is told. Of a room that is not in the inventory it is told nothing: its readers forgot it. */
    boolean isTold() {
        return due.epci() != null && (due.moved() ? !now.lines().isEmpty() : isChanged());
    }

    /** Whether the month is not what was known of it, be it only who says it. */
    private boolean isChanged() {
        return !now.equals(before);
    }

    /** The month as it is told. */
    MonthReported value() {
        return MonthReported.newBuilder(now.month(due.of()))
                .setEpci(Objects.requireNonNull(due.epci()))
                .setCarried(due.moved())
                .setCause(cause())
                .setAdded(difference.added())
                .setChanged(difference.changed())
                .setRemoved(difference.removed())
                .build();
    }

    private MonthCause cause() {
        if (due.moved()) {
            return MonthCause.MOVE;
        }
        if (due.withdrawn()) {
            return MonthCause.WITHDRAWAL;
        }
        return difference.isGrowth() ? MonthCause.NEWS : MonthCause.CORRECTION;
    }
}
