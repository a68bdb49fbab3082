package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.DueMonths.Due;
import fr.passerelle.batch.attendance.ToldMonths.Told;
import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import fr.passerelle.batch.journal.PayloadTooLarge;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
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
    private final ToldMonths told;

    /** Works in the caller's transactions on this data source. */
    public MonthFold(DataSource dataSource, Journal journal, Records records) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.journal = journal;
        this.due = new DueMonths(dataSource);
        this.told = new ToldMonths(jdbc, records);
    }

    /**
     * Folds the next months.
     *
     * @return how many, told or not; 0 when none was left
     * @throws UnusableFile when a month has more lines than a record of the log can hold
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
        Map<MonthOfRoom, Told> before = told.of(all);
        Map<MonthOfRoom, List<Attendance>> values =
                new AttendanceState(dataSource, jdbc, new RegisterFiles(jdbc)).months(all);
        List<Entry> entries = months.stream()
                .map(month -> new MonthChange(
                        month, before.get(month.of()), MonthLines.of(values.getOrDefault(month.of(), List.of()))))
                .filter(MonthChange::isTold)
                .map(change -> Entry.month(change.value()))
                .toList();
        due.told(all);
        append(runNo, entries);
    }

    private void append(long runNo, List<Entry> entries) {
        try {
            journal.append(runNo, entries);
        } catch (PayloadTooLarge e) {
            throw tooLarge((MonthReported) e.record(), e);
        }
    }

    private static UnusableFile tooLarge(MonthReported month, PayloadTooLarge cause) {
        return new UnusableFile(
                "Le mois %s de la salle « %s » a %d lignes, plus que le journal n'en tient en un enregistrement : abandonnez l'exécution (« abandon »), puis retirez le registre qui les apporte (« withdraw ») ou regroupez ses lignes."
                        .formatted(
                                month.getMonth(),
                                month.getRoomId(),
                                month.getLines().size()),
                cause);
    }
}
