package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.Entry;
import fr.passerelle.batch.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The attendance of a room that arrives somewhere: everything known of it, appended again as carried. */
public final class History {

    private static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Journal journal;

    /** Works in the caller's transactions on this data source. */
    public History(DataSource dataSource, Journal journal) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(BATCH);
        this.journal = journal;
    }

    /** Appends the whole history of a room, by key, under the EPCI it arrives in. Nothing is read as new: counts nowhere as attendance. */
    public void carry(long runNo, String room, String epci) {
        List<Entry> entries = new ArrayList<>(BATCH);
        new AttendanceState(dataSource, jdbc, new RegisterFiles(jdbc)).history(room, attendance -> {
            entries.add(Entry.room(room, epci, attendance.recorded(epci, null, true)));
            if (entries.size() == BATCH) {
                journal.append(runNo, entries);
                entries.clear();
            }
        });
        journal.append(runNo, entries);
    }
}
