package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.month.MonthDifference;
import fr.passerelle.batch.month.MonthLines;
import fr.passerelle.batch.month.MonthOfRoom;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;

/** A month of a room that the log is told of anew. */
final class MonthChange {

    private final MonthOfRoom of;
    private final Due due;
    private final MonthLines now;
    private final MonthDifference difference;

    MonthChange(MonthOfRoom of, Due due, MonthLines before, MonthLines now) {
        this.of = of;
        this.due = due;
        this.now = now;
        this.difference = MonthDifference.between(before.lines(), now.lines());
    }

    /** The month as it is told. */
    MonthReported value(String epci) {
        return now.builder(of)
                .setEpci(epci)
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
