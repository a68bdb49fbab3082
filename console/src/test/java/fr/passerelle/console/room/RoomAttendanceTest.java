package fr.passerelle.console.room;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.room.AttendanceRecords.RecordLine;
import fr.passerelle.console.room.AttendanceRecords.RoomRecord;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Column;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Line;
import fr.passerelle.console.room.RoomView.AttendanceByMonth;
import fr.passerelle.console.room.RoomView.AttendanceByMonth.MonthLine;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.Lines;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a room's page, its file and the page of missing months say of who came. */
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

    @Test
    void tellsInWordsWhatItDraws() throws Exception {
        MissingMonths missing = new MissingMonths(
                List.of(new Column("2016-12", 0, 2, 4), new Column("2017-01", 16, 1, 2)),
                List.of(
                        new Line("CC A", "Salle 1", "R 1", List.of("2016-12", "2017-01"), "M0 0zM16 0z"),
                        new Line("CC A", "Salle 2", "R2", List.of("2016-12"), "M0 0z")));

        assertThat(page(missing))
                .contains("3 mois manquent dans 2 salles, de décembre 2016 à janvier 2017", "href=\"/salles/R%201\"")
                .contains("décembre 2016, janvier 2017</span>", "<title>décembre 2016\u00a0: 2 salles</title>")
                .containsOnlyOnce("scope=\"rowgroup\"")
                .containsOnlyOnce(">2017</text>");
    }

    @Test
    void saysWhenNothingIsMissing() throws Exception {
        assertThat(page(new MissingMonths(List.of(), List.of())))
                .contains("Aucun mois ne manque")
                .doesNotContain("<table");
    }

    private static String page(MissingMonths missing) throws Exception {
        var view = new MissingMonthsPage.MissingMonthsView(missing, Slice.of(missing.rooms(), 1, 100));
        return Templates.page("room/manquants", "LECTEUR", view, run(3, "2017-01"));
    }

    private final MissingMonths missing =
            of(score("R1", "2016-12"), score("R2", "2016-12", "2017-02"), score("R3"), score("R4", "2016-12"));

    @Test
    void shadesEachMonthByHowManyRoomsMissItAndListsTheMostMissingFirst() {
        assertThat(missing.months())
                .extracting(month -> month.text() + " " + month.rooms() + " " + month.shade())
                .containsExactly("2016-12 3 4", "2017-01 0 0", "2017-02 1 2", "2017-03 0 0");
        assertThat(missing.months().get(1).year()).isEqualTo("2017");
        assertThat(missing.total()).isEqualTo(4);
        assertThat(missing.rooms()).extracting(MissingMonths.Line::name).containsExactly("R2", "R1", "R4");
        assertThat(missing.rooms().getFirst().months()).containsExactly("2016-12", "2017-02");
        assertThat(missing.rooms().getFirst().squares()).isEqualTo("M0 0h13v13h-13zM32 0h13v13h-13z");
    }

    @Test
    void keepsTheRoomsOfAnEpciTogetherWhereAnotherHasItsName() {
        List<EpciDescribed> epcis = List.of(epci("200000001"), epci("200000002"));
        epcis.forEach(epci -> epci.setName("CC du Val"));
        Frequentation elsewhere = score("R2", "2016-12", "2017-02");
        elsewhere.setEpci("200000002");

        MissingMonths twins =
                of(epcis, score("R1", "2016-12"), elsewhere, score("R3", "2016-12", "2017-01", "2017-02"));

        assertThat(twins.rooms()).extracting(MissingMonths.Line::room).containsExactly("R3", "R1", "R2");
    }

    @Test
    void isEmptyWhereNothingIsMissing() {
        assertThat(of(score("R1")))
                .isEqualTo(new MissingMonths(List.of(), List.of()))
                .extracting(MissingMonths::total, MissingMonths::width, MissingMonths::grid)
                .containsExactly(0, 0, "");
    }

    private static MissingMonths of(Frequentation... scores) {
        return of(List.of(), scores);
    }

    private static MissingMonths of(List<EpciDescribed> epcis, Frequentation... scores) {
        Proposals proposals = Proposals.of(List.of(scores), List.of(), List.of());
        return MissingMonths.of(published(run(3, "2017-03"), proposals, List.of(), epcis));
    }

    private static Frequentation score(String room, String... months) {
        Frequentation score = ResultFixtures.scoreMissing(room, "200000001", "");
        score.setMonthsMissing(List.of(months));
        return score;
    }
}
