package fr.passerelle.console.month;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.table.Activity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param grain code of how long its period is
 * @param activity code of the vocabulary
 * @param hours of all present together
 * @param line in the file, from 1; 0 where the file repeated what one withdrawn since had said
 */
public record RecordLine(
        LocalDate start,
        LocalDate end,
        String grain,
        String activity,
        boolean closed,
        @Nullable Integer sessions,
        @Nullable Integer presences,
        @Nullable BigDecimal hours,
        @Nullable Integer scolaires,
        @Nullable Integer distinctPeople,
        String file,
        long line) {

    private static final int HUNDREDTHS = 2;

    /** @param file name of its file */
    static RecordLine of(ReportedLine record, String file) {
        AttendanceCounts counts = record.getCounts();
        Integer hours = counts.getPersonHoursHundredths();
        return new RecordLine(
                record.getPeriodStart(),
                record.getPeriodEnd(),
                record.getGrain().name(),
                record.getActivity(),
                counts.getEtat() == Etat.FERME,
                counts.getSessions(),
                counts.getPresences(),
                hours == null ? null : BigDecimal.valueOf(hours, HUNDREDTHS),
                counts.getScolaires(),
                counts.getDistinctPeople(),
                file,
                record.getLine());
    }

    /** What was done, in words. */
    public String activityLabel() {
        return Activity.of(activity).map(Activity::label).orElse(activity);
    }

    /** Whether its period is one day. */
    public boolean isOneDay() {
        return start.equals(end);
    }
}
