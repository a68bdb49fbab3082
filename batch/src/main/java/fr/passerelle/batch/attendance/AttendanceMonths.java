package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.event.MonthReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The months that the records of the state make, for whoever holds them against what the log was told. */
public final class AttendanceMonths {

    private final AttendanceState state;

    /** @param jdbc with a fetch size: all records are read, a month at a time is held */
    public AttendanceMonths(JdbcTemplate jdbc) {
        this.state = new AttendanceState(Objects.requireNonNull(jdbc.getDataSource()), jdbc, new RegisterFiles(jdbc));
    }

    /** Each month of the rooms of the inventory, by room and month, bare, but those that the log is still to be told of. */
    public void each(Consumer<MonthReported> reader) {
        Month month = new Month(reader);
        state.inventoried(month::add);
        month.end();
    }

    /** Gathers records that come by room and day. */
    private static final class Month {

        private final Consumer<MonthReported> reader;
        private final List<Attendance> values = new ArrayList<>();
        private @Nullable MonthOfRoom of;

        Month(Consumer<MonthReported> reader) {
            this.reader = reader;
        }

        void add(Attendance value) {
            MonthOfRoom here = MonthOfRoom.of(value);
            if (!here.equals(of)) {
                end();
                of = here;
            }
            values.add(value);
        }

        void end() {
            if (of != null) {
                reader.accept(MonthLines.of(values).month(of));
            }
            values.clear();
        }
    }
}
