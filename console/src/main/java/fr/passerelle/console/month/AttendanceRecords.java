package fr.passerelle.console.month;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.frequentation.MonthTotals;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.MonthReported;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A room's attendance as a run published it: its months, and their lines, each with its file and line there. */
@Component
public class AttendanceRecords {

    private static final String NAMES = "select sha256, name from passerelle.file where sha256 = any(:sha256s)";
    private static final Comparator<RecordLine> LATEST_FIRST =
            Comparator.comparing(RecordLine::start).reversed().thenComparing(RecordLine::activity);

    private final JdbcClient jdbc;
    private final PlaceTable places;

    AttendanceRecords(JdbcClient jdbc, PlaceTable places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Days, both included. */
    public record Days(LocalDate first, LocalDate last) {

        private static final Days ALL = new Days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

        /** Those of a month; without one, all. */
        public static Days of(@Nullable YearMonth month) {
            return month == null ? ALL : new Days(month.atDay(1), month.atEndOfMonth());
        }

        private boolean touches(RecordLine line) {
            return !line.start().isAfter(last) && !line.end().isBefore(first);
        }
    }

    /** What the rules make of the months of a room. */
    public RoomRegister register(String room, long runNo) {
        return new RoomRegister(
                places.months(room, runNo).stream().map(MonthTotals::of).toList());
    }

    /** Lines of a room that touch these days, the latest period first. */
    public List<RecordLine> lines(String room, long runNo, Days days) {
        List<MonthReported> months = places.months(room, runNo);
        Map<String, String> names = names(months);
        return months.stream()
                .flatMap(month -> month.getLines().stream()
                        .map(line -> RecordLine.of(line, name(month.getFiles().get(line.getFile()), names))))
                .filter(days::touches)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private Map<String, String> names(List<MonthReported> months) {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), row.getString(2));
        jdbc.sql(NAMES)
                .param(
                        "sha256s",
                        months.stream()
                                .flatMap(month -> month.getFiles().stream())
                                .distinct()
                                .toArray(String[]::new))
                .query(add);
        return names;
    }

    private static String name(String sha256, Map<String, String> names) {
        return names.getOrDefault(sha256, sha256);
    }
}
