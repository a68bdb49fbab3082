package fr.passerelle.console.tour;

import static fr.passerelle.calendar.tour.TourExamples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.console.map.EpciMap;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.RegionMap.DayMap;
import fr.passerelle.console.tour.TourSheet.CalendarReading;
import fr.passerelle.console.tour.TourSheet.RouteDrawing.DayRoute;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.console.tour.WeekGrid.WeekCell;
import fr.passerelle.console.tour.WeekGrid.WeekHalt;
import fr.passerelle.console.tour.WeekGrid.WeekRow;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week with a session that moved and one that is gone. */
class WeekGridTest {

    @Test
    void setsEachSessionWhereItIsAndWhatIsGoneWhereItWas() {
        WeekGrid week = SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed())
                .week();

        assertThat(week.code()).isEqualTo("2018-W02");
        assertThat(week.days()).hasSize(5).startsWith(MONDAY);
        assertThat(week.rows()).extracting(WeekRow::animateur).containsExactly("A-01", "A-02");
        WeekCell tuesday = cell(week, 0, 1);
        assertThat(tuesday.halts()).extracting(WeekHalt::place).containsExactly("Bibliothèque", "Mairie");
        assertThat(tuesday.halts()).extracting(WeekHalt::isMoved).containsExactly(true, false);
        assertThat(tuesday.halts()).extracting(WeekHalt::commune).containsOnly("Oust-Marest");
        assertThat(cell(week, 1, 3).journee()).isNull();
        assertThat(cell(week, 1, 3).gone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.getNature()).isEqualTo(NatureEcartSeance.SUPPRIMEE));
        assertThat(cell(week, 0, 0).isEmpty()).isTrue();
    }

    /** Sessions of a calendar that nobody published were told by another one. */
    @Test
    void saysWhatBecameOfASessionSinceOnlyWhereThisIsWhatPeopleWereTold() {
        PublishedSession cancelled = TourExamples.told(TourExamples.LIBRARY, 540, MotifSeance.LIEU_FERME);
        PublishedSession moved = TourExamples.told(TourExamples.HALL, 900, null);

        assertThat(cell(
                                SheetExamples.sheet(Study.State.ADOPTED, TourExamples.computed(), cancelled, moved)
                                        .week(),
                                0,
                                1)
                        .halts())
                .extracting(WeekHalt::since)
                .containsExactly(cancelled, moved);
        assertThat(cell(
                                SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed(), cancelled, moved)
                                        .week(),
                                0,
                                1)
                        .halts())
                .extracting(WeekHalt::since)
                .containsOnlyNulls();
        assertThat(cell(
                                SheetExamples.sheet(
                                                Study.State.ADOPTED,
                                                TourExamples.computed(),
                                                TourExamples.told(TourExamples.HALL, 840, null))
                                        .week(),
                                0,
                                1)
                        .halts())
                .extracting(WeekHalt::since)
                .containsOnlyNulls();
    }

    /** It may be published for some of its EPCIs alone. */
    @Test
    void saysWhatNobodyWasToldThoughTheCalendarIsPublished() {
        PublishedSession stands = TourExamples.told(TourExamples.HALL, 840, null);

        WeekGrid week = SheetExamples.sheet(Study.State.ADOPTED, TourExamples.computed(), stands)
                .week();

        assertThat(cell(week, 0, 1).halts()).extracting(WeekHalt::unpublished).containsExactly(true, false);
        assertThat(cell(
                                SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed(), stands)
                                        .week(),
                                0,
                                1)
                        .halts())
                .extracting(WeekHalt::unpublished)
                .containsOnly(false);
    }

    @Test
    void strikesOutNoSessionThatIsAnnouncedStill() {
        ToursComputed computed = TourExamples.computed();
        computed.getEcarts().getLast().setSeance(TourExamples.HALL + "|" + MONDAY + "|0");

        WeekGrid week = SheetExamples.sheet(
                        Study.State.ADOPTED, computed, TourExamples.told(TourExamples.HALL, 840, null))
                .week();

        assertThat(week.rows()).extracting(WeekRow::animateur).containsExactly("A-01");
    }

    @Test
    void opensASaturdayOnlyForASession() {
        var computed = TourExamples.computed();
        computed.getJournees().getFirst().setDay(MONDAY.plusDays(5));

        assertThat(SheetExamples.sheet(Study.State.COMPUTED, computed).week().days())
                .hasSize(6);
    }

    /** Its home is the middle of a commune, apart from the halts, which share a place and are drawn apart. */
    @Test
    void drawsTheFirstDayOnWhichSomebodySetsOut() {
        DayRoute day = Objects.requireNonNull(SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed())
                .day());

        assertThat(day.journee().getDay()).isEqualTo(MONDAY.plusDays(1));
        DayMap map = Objects.requireNonNull(day.map());
        assertThat(map.stops()).extracting(EpciMap.Host::number).containsExactly(0, 1, 2);
        assertThat(map.stops()).doesNotHaveDuplicates();
        assertThat(map.way()).startsWith("M").endsWith("z");
        assertThat(map.land().zones()).hasSize(1);
    }

    @Test
    void drawsNoWayBackToAHomeThatNobodyKnows() {
        var computed = TourExamples.computed();
        computed.getJournees().getFirst().setAnimateur("A-02");
        computed.setAnimateurs(List.of("A-02"));
        DayRoute day = Objects.requireNonNull(
                SheetExamples.sheet(Study.State.COMPUTED, computed).day());
        DayMap map = Objects.requireNonNull(day.map());

        assertThat(map.stops()).extracting(EpciMap.Host::number).containsExactly(1, 2);
        assertThat(map.way()).doesNotEndWith("z");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', true",
        "2018-W05, '', '', true",
        "2018-W02, A-01, 2018-01-09, true",
        "'', A-01, '', true",
        "2018-W06, '', '', false",
        "W2, '', '', false",
        "'<b>', '', '', false",
        "'', A-02, '', false",
        "'', A-01, 2018-01-10, false",
        "'', A-01, demain, false",
        "2018-W03, A-01, '', false"
    })
    void findsWhatAnAddressAsksFor(String week, String animateur, String day, boolean found) {
        var reading = new CalendarReading(
                TourExamples.plan(Study.State.COMPUTED), List.of(), List.of(TourExamples.computed()), List.of());

        assertThat(reading.sheet(new TourChoice(week, animateur, day), TourExamples.published(), new Maps())
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void addsUpWhatPeopleAskFirst() {
        TourSheet sheet = SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed());

        assertThat(sheet.held()).isEqualTo(2);
        assertThat(sheet.asked()).isEqualTo(4);
        assertThat(sheet.kilometres()).isEqualByComparingTo("31.4");
        assertThat(List.of(sheet.road(), sheet.roadLow(), sheet.roadHigh())).containsExactly(48L, 40L, 75L);
        assertThat(sheet.loads())
                .extracting(load -> load.road() + "+" + load.other())
                .containsExactly("10+90", "0+0");
        assertThat(sheet.weeks()).hasSize(4);
        assertThat(sheet.current()).isTrue();
    }

    private static WeekCell cell(WeekGrid week, int row, int day) {
        return week.rows().get(row).cells().get(day);
    }
}
