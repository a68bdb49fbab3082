package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the log of the months of rooms in which something changed: each whole, once, by room and month. A month that comes out as it was
 * known says nothing.
 */
public final class MonthFold {

    /** Months a transaction: some thousands of lines, some hundreds of records. */
    private static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final DueMonths due;
    private final KnownMonths known;

    /** Works in the caller's transactions on this data source. */
    public MonthFold(DataSource dataSource, Journal journal, Records records) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.due = new DueMonths(dataSource);
        this.known = new KnownMonths(jdbc, records);
    }

    /**
     * Folds the next months.
     *
     * @return how many, told or not; 0 when none was left
     */
    public int next(long runNo) {
        List<Due> months = due.next(BATCH);
        if (!months.isEmpty()) {
            fold(runNo, months);
        }
        return months.size();
    }

    private void fold(long runNo, List<Due> months) {
        List<MonthOfRoom> all = months.stream().map(Due::of).toList();
        Map<MonthOfRoom, MonthReported> before = known.of(all);
        Map<MonthOfRoom, List<Attendance>> values =
                new AttendanceState(dataSource, jdbc, new RegisterFiles(jdbc)).months(all);
        Map<MonthOfRoom, MonthReported> state = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Due month : months) {
            MonthLines now = MonthLines.of(values.getOrDefault(month.of(), List.of()));
            MonthChange change = new MonthChange(month, before.get(month.of()), now);
            if (change.isTold() || change.isChanged()) {
                state.put(month.of(), change.value());
            }
            if (change.isTold()) {
                entries.add(Entry.month(change.value()));
            }
        }
        known.put(runNo, state);
        due.told(all);
        journal.append(runNo, entries);
    }
}
