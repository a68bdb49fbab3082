package fr.passerelle.console.room;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.frequentation.MonthTotals;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.text.Formulas;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /**
     * A record as it was read.
     *
     * @param grain code of how long its period is
     * @param activity code of the vocabulary
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

    /** The records of rooms as a file, in the columns of the table that registers are given in, with file and line of each. */
    public static final class RecordFile {

        /** Its columns. */
        public static final List<String> HEADER = List.of(
                "nature",
                "id_salle",
                "nom_salle",
                "periode_debut",
                "periode_fin",
                "grain",
                "activite",
                "activite_libelle",
                "etat",
                "seances",
                "presences",
                "heures_personnes",
                "personnes_distinctes",
                "scolaires",
                "fichier",
                "ligne");

        private RecordFile() {}

        /** Puts each record of a room, its cells guarded. */
        public static void each(
                RoomInventoried room, List<RecordLine> lines, boolean demonstration, Consumer<List<String>> out) {
            lines.forEach(line -> out.accept(Stream.of(
                            demonstration ? "RECONSTITUTION" : "DONNEES",
                            room.getRoomId(),
                            room.getName(),
                            line.start().toString(),
                            line.end().toString(),
                            line.grain(),
                            line.activity(),
                            line.activityLabel(),
                            (line.closed() ? Etat.FERME : Etat.OUVERT).name(),
                            cell(line.sessions()),
                            cell(line.presences()),
                            line.hours() == null ? "" : line.hours().toPlainString(),
                            cell(line.distinctPeople()),
                            cell(line.scolaires()),
                            line.file(),
                            line.line() == 0 ? "" : String.valueOf(line.line()))
                    .map(Formulas::guarded)
                    .toList()));
        }

        private static String cell(@Nullable Integer count) {
            return Objects.toString(count, "");
        }
    }
}
