package fr.passerelle.console.room;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
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
record AttendanceRecords(JdbcClient jdbc, PlaceTable places) {

    private static final String NAMES = "select sha256, name from passerelle.file where sha256 = any(:sha256s)";
    private static final Comparator<RecordLine> LATEST_FIRST = Comparator.comparing(
                    (RecordLine line) -> line.said().getPeriodStart())
            .reversed()
            .thenComparing(line -> line.said().getActivity());

    /** What the rules make of the months of a room. */
    public RoomRegister register(String room, long runNo) {
        return RoomRegister.of(
                places.months(room, runNo).stream().map(RoomRegister::of).toList());
    }

    /** Lines of a room that touch a month, or all, the latest period first. */
    public List<RecordLine> lines(String room, long runNo, @Nullable YearMonth touched) {
        LocalDate first = touched == null ? LocalDate.MIN : touched.atDay(1);
        LocalDate last = touched == null ? LocalDate.MAX : touched.atEndOfMonth();
        List<MonthReported> months = places.months(room, runNo);
        Map<String, String> names = names(months);
        return months.stream()
                .flatMap(month -> month.getLines().stream()
                        .map(line -> new RecordLine(line, name(month.getFiles().get(line.getFile()), names))))
                .filter(line -> !line.said().getPeriodStart().isAfter(last)
                        && !line.said().getPeriodEnd().isBefore(first))
                .sorted(LATEST_FIRST)
                .toList();
    }

    private Map<String, String> names(List<MonthReported> months) {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), row.getString(2));
        String[] sha256s = months.stream()
                .flatMap(month -> month.getFiles().stream())
                .distinct()
                .toArray(String[]::new);
        jdbc.sql(NAMES).param("sha256s", sha256s).query(add);
        return names;
    }

    private static String name(String sha256, Map<String, String> names) {
        return names.getOrDefault(sha256, sha256);
    }

    /** A record of a room. */
    record RoomRecord(RoomInventoried room, RecordLine line) {

        /** Those of rooms as a file: in the columns of the table that registers are given in, with file and line of each. */
        static Table<RoomRecord> table(boolean demonstration, Table.Rows<RoomRecord> rows) {
            return Table.<RoomRecord>layout()
                    .text("nature", row -> demonstration ? "RECONSTITUTION" : "DONNEES")
                    .from(RoomRecord::room)
                    .text("id_salle", RoomInventoried::getRoomId)
                    .text("nom_salle", RoomInventoried::getName)
                    .from(RoomRecord::line)
                    .date("periode_debut", line -> line.said().getPeriodStart())
                    .date("periode_fin", line -> line.said().getPeriodEnd())
                    .text("grain", line -> line.said().getGrain())
                    .text("activite", line -> line.said().getActivity())
                    .text("activite_libelle", RecordLine::activityLabel)
                    .text("etat", line -> line.closed() ? Etat.FERME : Etat.OUVERT)
                    .integer("seances", line -> line.counts().getSessions())
                    .integer("presences", line -> line.counts().getPresences())
                    .decimal("heures_personnes", RecordLine.HUNDREDTHS, "", RecordLine::hours)
                    .integer("personnes_distinctes", line -> line.counts().getDistinctPeople())
                    .integer("scolaires", line -> line.counts().getScolaires())
                    .text("fichier", RecordLine::file)
                    .integer(
                            "ligne",
                            line -> line.said().getLine() == 0
                                    ? null
                                    : line.said().getLine())
                    .of(rows);
        }
    }

    /** A record as it was read, and the name of its file; its line is 0 where the file repeated what one withdrawn since had said. */
    public record RecordLine(ReportedLine said, String file) {

        private static final int HUNDREDTHS = 2;

        /** How many came, and whether it was open. */
        public AttendanceCounts counts() {
            return said.getCounts();
        }

        public boolean closed() {
            return counts().getEtat() == Etat.FERME;
        }

        /** Of all present together; null where nobody counted them. */
        public @Nullable BigDecimal hours() {
            Integer hours = counts().getPersonHoursHundredths();
            return hours == null ? null : BigDecimal.valueOf(hours, HUNDREDTHS);
        }

        /** What was done, in words. */
        public String activityLabel() {
            return Activity.of(said.getActivity()).map(Activity::label).orElse(said.getActivity());
        }

        public boolean isOneDay() {
            return said.getPeriodStart().equals(said.getPeriodEnd());
        }
    }
}
