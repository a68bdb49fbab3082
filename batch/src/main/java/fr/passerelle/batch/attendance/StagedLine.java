package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.MonthNo;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line that was read and holds by itself.
 *
 * @param at where it was read
 * @param month in which it begins, in months since year 0
 * @param said as the import says it that it belongs to: another than that of its file where it corrects what was refused
 * @param corrects whether it does
 * @param refused why its id alone refuses it; null where it does not
 * @param from month of a room that knew its id; null where none did, or this one
 */
record StagedLine(
        Place at,
        int month,
        ImportedLine said,
        boolean corrects,
        @Nullable LineRefusal refused,
        @Nullable MonthNo from) {

    /** Within a room: by month and import, in the order of the files. */
    static final Comparator<StagedLine> IN_ROOM = Comparator.comparingInt(StagedLine::month)
            .thenComparing(
                    StagedLine::said,
                    Comparator.comparingInt(ImportedLine::importNo)
                            .thenComparingLong(ImportedLine::line)
                            .thenComparingInt(ImportedLine::ordinal));

    /**
     * Where a line was read.
     *
     * @param file place of its file among those of the run, from 0
     */
    record Place(int file, long line, int ordinal) {}
}
