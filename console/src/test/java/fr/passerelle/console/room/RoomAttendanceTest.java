package fr.passerelle.console.room;

import static fr.passerelle.console.map.PlanExamples.inventoried;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.room.AttendanceRecords.RecordLine;
import fr.passerelle.console.room.AttendanceRecords.RoomRecord;
import fr.passerelle.console.room.RoomView.AttendanceByMonth;
import fr.passerelle.console.room.RoomView.AttendanceByMonth.MonthLine;
import fr.passerelle.rules.frequentation.Lines;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a room's page and its file say of who came. */
class RoomAttendanceTest {

    private static final YearMonth AS_OF = YearMonth.of(2017, 10);
    private static final RoomInventoried ROOM = inventoried("S-1").build();

    @Test
    void showsAGapAsAGapInTheTableAndInThePicture() {
        AttendanceByMonth attendance = attendance(month("2017-08", 30), month("2017-10", 0));

        assertThat(attendance.months())
                .extracting(month -> month.of().state())
                .containsExactly(RoomMonth.State.OBSERVE, RoomMonth.State.MANQUANT, RoomMonth.State.OBSERVE);
        assertThat(attendance.json()).contains("\"presences\":[30,null,0]");
        assertThat(attendance.latestFirst().getFirst().text()).isEqualTo("2017-10");
    }

    @Test
    void tellsTheMonthsOfTheScoreFromThoseBefore() {
        AttendanceByMonth attendance = attendance(month("2015-10", 5), month("2015-11", 5), month("2017-10", 5));

        assertThat(attendance.months().stream().filter(MonthLine::counted)).hasSize(24);
        assertThat(attendance.months().getFirst().counted()).isFalse();
    }

    @Test
    void marksTheMonthsThatAreFlaggedInPlace() {
        AttendanceByMonth attendance = attendance(
                month("2017-03", 40),
                month("2017-04", 40),
                month("2017-05", 40),
                month("2017-06", 41),
                record(Grain.TRIMESTRE, "2017-07-01", "2017-09-30", 90));

        assertThat(attendance.months().stream().filter(MonthLine::copied).map(MonthLine::text))
                .containsExactly("2017-03", "2017-04", "2017-05");
        assertThat(attendance.months().stream()
                        .filter(month -> month.of().spread())
                        .map(MonthLine::text))
                .containsExactly("2017-07", "2017-08", "2017-09");
    }

    @Test
    void goesBackFourYearsAtMost() {
        assertThat(attendance(month("2003-01", 1)).months()).hasSize(48);
    }

    private static AttendanceByMonth attendance(ReportedLine... records) {
        return AttendanceByMonth.of(
                new RoomFacts(ROOM, Lines.of(List.of(records)).register()),
                AS_OF,
                Baremes.load(Baremes.DEFAULT).jeuDeRegles());
    }

    private static ReportedLine month(String month, int presences) {
        YearMonth of = YearMonth.parse(month);
        return record(Grain.MOIS, of.atDay(1).toString(), of.atEndOfMonth().toString(), presences);
    }

    private static ReportedLine record(Grain grain, String from, String to, int presences) {
        return ReportedLine.newBuilder()
                .setPeriodStart(LocalDate.parse(from))
                .setPeriodEnd(LocalDate.parse(to))
                .setGrain(grain)
                .setActivity("ATELIER")
                .setCounts(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setPresences(presences)
                        .build())
                .setFile(0)
                .setLine(2)
                .build();
    }

    @Test
    void writesARecordInWordsWithWhereItWasReadAndGuardsItsCells() {
        ReportedLine session = record(Grain.SEANCE, "2017-10-03", "2017-10-03", 7);
        session.setActivity("DEMARCHES");
        session.setLine(12);
        session.getCounts().setSessions(1);
        session.getCounts().setPersonHoursHundredths(1400);
        List<List<String>> lines = new ArrayList<>();

        RoomRecord.table(true, each -> each.accept(new RoomRecord(ROOM, new RecordLine(session, "=f.csv"))))
                .texts(lines::add);

        assertThat(String.join(";", lines.getFirst()))
                .isEqualTo("RECONSTITUTION;S-1;Salle S-1;2017-10-03;2017-10-03;SEANCE;DEMARCHES;Démarches en"
                        + " ligne;OUVERT;1;7;14.00;;;'=f.csv;12");
    }
}
