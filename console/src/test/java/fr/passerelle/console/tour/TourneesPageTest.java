package fr.passerelle.console.tour;

import static fr.passerelle.calendar.tour.TourExamples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.map.EpciMap;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.RegionMap.DayMap;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.tour.AgendaPages.Agendas;
import fr.passerelle.console.tour.AgendaPages.PlaceList;
import fr.passerelle.console.tour.TourSheet.CalendarReading;
import fr.passerelle.console.tour.TourSheet.RouteDrawing.DayRoute;
import fr.passerelle.console.tour.TourneesPage.TourSheets;
import fr.passerelle.console.tour.TourneesPage.TourStudy;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.console.tour.WeekGrid.WeekCell;
import fr.passerelle.console.tour.WeekGrid.WeekHalt;
import fr.passerelle.console.tour.WeekGrid.WeekRow;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of calendars, whose first week has a session that moved and one that is gone; and the agendas and posters that lead from it. */
class TourneesPageTest {

    private static final String NASTY = "<script>alert('à')</script>";

    private final TourSheets sheets = mock(TourSheets.class);
    private final CurrentResults current = mock(CurrentResults.class);
    private final MockMvcTester pages = MockMvcTester.of(new TourneesPage(sheets, current));

    @Test
    void needsNoRunWhereNoCalendarIsComputed() {
        when(sheets.shown()).thenReturn(Optional.empty());

        assertThat(pages.get().uri("/tournees")).hasStatusOk().hasViewName("tour/une");
        verifyNoInteractions(current);
    }

    @Test
    void hasNoPageOfWhatIsNotThere() {
        Study<TourManifest> plan = TourExamples.plan(Study.State.COMPUTED);
        when(sheets.shown()).thenReturn(Optional.of(plan));
        when(sheets.find("T-000001")).thenReturn(Optional.of(plan));
        when(sheets.find("T-000009")).thenReturn(Optional.empty());
        when(current.get()).thenReturn(TourExamples.published());
        when(sheets.of(any(), any(), any())).thenReturn(Optional.empty());
        when(sheets.of(plan, new TourChoice("2018-W02", "A-01", "2018-01-09"), TourExamples.published()))
                .thenReturn(Optional.of(computed()));

        assertThat(pages.get().uri("/tournees?plan=T-000009")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?plan=T-000001&semaine=2019-W01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?semaine=hier")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?semaine=2018-W02&animateur=A-01&jour=2018-01-09"))
                .hasStatusOk();
    }

    @Test
    void tellsWhatToTypeWhereNothingIsPlannedOrComputed() throws Exception {
        assertThat(shown(List.of(), null))
                .contains("Aucun calendrier n’est encore préparé", "./passerelle tournees plan")
                .doesNotContain("Les calendriers");
        assertThat(shown(List.of(TourExamples.plan(Study.State.PLANNED)), null))
                .contains("Aucun calendrier n’est encore calculé", "T-000001", "Rentrée de janvier")
                .doesNotContain("href=\"/tournees?plan=T-000001\"");
    }

    @Test
    void showsAllOfACalendar() throws Exception {
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed()))
                .contains("Calendrier T-000001, calculé. 4 semaines à partir du 8 janvier 2018")
                .contains(
                        "(reconstitution)",
                        "Il n’est pas publié",
                        "rien n’était publié auparavant",
                        "mardi 9 janvier",
                        "9\u00a0h\u00a000")
                .contains("déplacée", "(était lundi 8 janvier à 10\u00a0h\u00a000, A-01)", "(annoncée, ne bouge plus)")
                .contains("<del>", "supprimée", "1 séance déplacée, 0 confiée à un autre, 1 supprimée, 0 ajoutée.")
                .contains("<span class=\"lieu\">Bibliothèque</span>", "<span class=\"petit bloc\">Oust-Marest</span>")
                .contains("/tournees?plan=T-000001&amp;semaine=2018-W02&amp;animateur=A-01&amp;jour=2018-01-09#journee")
                .contains("class=\"chemin\"", "9,4\u00a0km, estimé", "dont 0\u00a0h\u00a045 de pause")
                .containsPattern("<strong>3</strong>\\s*<span>séances non tenues</span>")
                .contains("Du départ aux 2 lieux de séance")
                .contains("31\u00a0km", "de 0\u00a0h\u00a040 à 1\u00a0h\u00a015", "width=\"10\"")
                .contains(
                        "1 séance de plus serait tenue (vérifié en recalculant)",
                        "Aucune cause seule",
                        "pas été recherchées")
                .contains("horaires supposés, à confirmer", "Mardi matin")
                .contains("Prouvé", "à 3\u00a0% de la borne sur les minutes de route", "CC des Villes Sœurs")
                .doesNotContain("null");
    }

    @Test
    void saysWhatIsToldNow() throws Exception {
        TourSheet published = sheet(
                Study.State.ADOPTED,
                TourExamples.computed(),
                TourExamples.told("place:BIB-1", 540, MotifSeance.LIEU_FERME),
                TourExamples.told("commune:80613", 900, null));

        assertThat(shown(List.of(published.plan()), published))
                .contains("Calendrier T-000001, publié", "annulée depuis", "class=\"annulee\"")
                .contains("depuis, annoncée mardi 9 janvier à 15\u00a0h\u00a000 (A-01)")
                .contains("/tournees/flux/animateur-A-01.ics")
                .doesNotContain("Il n’est pas publié");
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed())).doesNotContain("/tournees/flux/");
    }

    @Test
    void saysWhatIsNotToldOfAPublishedCalendar() throws Exception {
        TourSheet published =
                sheet(Study.State.ADOPTED, TourExamples.computed(), TourExamples.told("commune:80613", 840, null));

        assertThat(shown(List.of(published.plan()), published))
                .containsOnlyOnce("pas annoncée : le calendrier n’est pas publié pour son intercommunalité");
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed())).doesNotContain("pas annoncée");
    }

    @Test
    void saysThatDataAreReconstructedOnlyWhereTheyAre() throws Exception {
        ToursComputed real = TourExamples.computed();
        real.setDemonstration(false);

        assertThat(shown(Study.State.COMPUTED, real)).doesNotContain("(reconstitution)");
    }

    @Test
    void showsNamesAsText() throws Exception {
        ToursComputed nasty = TourExamples.computed();
        nasty.getEtapes().forEach(etape -> etape.setName(NASTY));
        nasty.setAnimateurs(List.of(NASTY));
        nasty.getJournees().getFirst().setAnimateur(NASTY);
        nasty.getCharges().getFirst().setAnimateur(NASTY);

        assertThat(shown(Study.State.COMPUTED, nasty))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static String shown(Study.State state, ToursComputed computed) throws Exception {
        return shown(List.of(TourExamples.plan(state)), sheet(state, computed));
    }

    private static String shown(List<Study<TourManifest>> plans, @Nullable TourSheet chosen) throws Exception {
        return Templates.page("tour/une", "LECTEUR", new TourStudy(plans, chosen));
    }

    @Test
    void setsEachSessionWhereItIsAndWhatIsGoneWhereItWas() {
        WeekGrid week = computed().week();

        assertThat(week.code()).isEqualTo("2018-W02");
        assertThat(week.days()).hasSize(5).startsWith(MONDAY);
        assertThat(week.rows()).extracting(WeekRow::animateur).containsExactly("A-01", "A-02");
        WeekCell tuesday = cell(week, 0, 1);
        assertThat(tuesday.halts())
                .extracting(halt -> halt.arret().getEtape())
                .containsExactly(TourExamples.LIBRARY, TourExamples.HALL);
        assertThat(tuesday.halts()).extracting(WeekHalt::isMoved).containsExactly(true, false);
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

        assertThat(tuesday(Study.State.ADOPTED, cancelled, moved))
                .extracting(WeekHalt::since)
                .containsExactly(cancelled, moved);
        assertThat(tuesday(Study.State.COMPUTED, cancelled, moved))
                .extracting(WeekHalt::since)
                .containsOnlyNulls();
        assertThat(tuesday(Study.State.ADOPTED, TourExamples.told(TourExamples.HALL, 840, null)))
                .extracting(WeekHalt::since)
                .containsOnlyNulls();
    }

    /** It may be published for some of its EPCIs alone. */
    @Test
    void saysWhatNobodyWasToldThoughTheCalendarIsPublished() {
        PublishedSession stands = TourExamples.told(TourExamples.HALL, 840, null);

        assertThat(tuesday(Study.State.ADOPTED, stands))
                .extracting(WeekHalt::unpublished)
                .containsExactly(true, false);
        assertThat(tuesday(Study.State.COMPUTED, stands))
                .extracting(WeekHalt::unpublished)
                .containsOnly(false);
    }

    @Test
    void strikesOutNoSessionThatIsAnnouncedStill() {
        ToursComputed computed = TourExamples.computed();
        computed.getEcarts().getLast().setSeance(TourExamples.HALL + "|" + MONDAY + "|0");

        WeekGrid week = sheet(Study.State.ADOPTED, computed, TourExamples.told(TourExamples.HALL, 840, null))
                .week();

        assertThat(week.rows()).extracting(WeekRow::animateur).containsExactly("A-01");
    }

    @Test
    void opensASaturdayOnlyForASession() {
        var computed = TourExamples.computed();
        computed.getJournees().getFirst().setDay(MONDAY.plusDays(5));

        assertThat(sheet(Study.State.COMPUTED, computed).week().days()).hasSize(6);
    }

    /** Its home is the middle of a commune, apart from the halts, which share a place and are drawn apart. */
    @Test
    void drawsTheFirstDayOnWhichSomebodySetsOut() {
        DayRoute day = Objects.requireNonNull(computed().day());

        assertThat(day.cell().day()).isEqualTo(MONDAY.plusDays(1));
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
        DayRoute day =
                Objects.requireNonNull(sheet(Study.State.COMPUTED, computed).day());
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
        "'', A-0, '', false",
        "'', B-1, '', false",
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
        TourSheet sheet = computed();

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

    /** Where two sessions are on the day of the week that has them. */
    private static List<WeekHalt> tuesday(Study.State state, PublishedSession... told) {
        return cell(sheet(state, TourExamples.computed(), told).week(), 0, 1).halts();
    }

    private static WeekCell cell(WeekGrid week, int row, int day) {
        return week.rows().get(row).cells().get(day);
    }

    /** That of the calendar as it was computed. */
    private static TourSheet computed() {
        return sheet(Study.State.COMPUTED, TourExamples.computed());
    }

    /** That of a calendar, in its first week. */
    private static TourSheet sheet(Study.State state, ToursComputed computed, PublishedSession... told) {
        return new CalendarReading(
                        TourExamples.plan(state),
                        List.of(new Study.Step(
                                Study.Verb.PLAN,
                                "c-1",
                                "Rentrée de janvier",
                                "ab",
                                null,
                                OffsetDateTime.parse("2026-11-28T10:00:00Z"))),
                        List.of(computed),
                        List.of(told))
                .sheet(new TourChoice("", "", ""), TourExamples.published(), new Maps())
                .orElseThrow();
    }

    private static final LocalDate DAY = LocalDate.of(2018, 1, 9);
    private static final Instant TOLD = Instant.parse("2017-12-20T09:00:00Z");
    private static final List<ToldSession> SESSIONS = Stream.concat(
                    IntStream.range(0, 6).mapToObj(week -> at("room:DEMO-001", "Médiathèque de l'Étang", "Ham", week)),
                    Stream.of(at("commune:80613", "Mairie", "Oust-Marest", 0)))
            .toList();

    private final SessionFeeds feeds = mock(SessionFeeds.class);

    @Test
    void findsAPlaceByItsNameItsCommuneOrItsEpci() {
        assertThat(on(DAY).named("etang"))
                .extracting(Agendas.PlaceDates::ics)
                .containsExactly("etape-room-DEMO-001.ics");
        assertThat(on(DAY).named("OUST marest")).hasSize(1);
        assertThat(on(DAY).named("villes sœurs")).hasSize(2);
        assertThat(on(DAY).named("")).hasSize(2);
        assertThat(on(DAY).named("Laon")).isEmpty();
        assertThat(on(DAY).of("247600588")).hasSize(2);
        assertThat(on(DAY).of("200072031")).isEmpty();
    }

    @Test
    void saysTheDatesToComeAndAllOfThemWhereTheLastHasBeen() {
        assertThat(on(DAY.plusDays(8)).named("etang")).singleElement().satisfies(place -> {
            assertThat(place.held()).hasSize(4);
            assertThat(place.over()).isFalse();
        });
        assertThat(on(DAY.plusYears(8)).named("etang")).singleElement().satisfies(place -> {
            assertThat(place.held()).hasSize(6);
            assertThat(place.over()).isTrue();
        });
    }

    @Test
    void leadsFromAPlaceToItsAgendaAndItsPoster() throws Exception {
        PlaceList found = new PlaceList("étang", on(DAY.minusDays(30)).named("étang"));

        assertThat(Templates.page("tour/lieux", "LECTEUR", found).replace('\u00a0', ' '))
                .contains("value=\"étang\"", "Un lieu", "Médiathèque de l’Étang")
                .contains("mardi 9 janvier 2018, de 9 h 00 à 11 h 00")
                .contains("/tournees/flux/etape-room-DEMO-001.ics", "/tournees/affiches/etape-room-DEMO-001.pdf")
                .containsSubsequence("et 2 autres", "mardi 13 février 2018", "/tournees/flux/")
                .contains("/intercommunalites/247600588")
                .doesNotContain("A-01");
    }

    @Test
    void givesAgendasAndPostersThatThereAre() {
        MockMvcTester agendas = MockMvcTester.of(new AgendaPages(on(DAY)));

        assertThat(agendas.get().uri("/tournees/flux/etape-room-DEMO-001.ics"))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .bodyText()
                .contains("BEGIN:VCALENDAR");
        assertThat(agendas.get().uri("/tournees/flux/epci-247600588.ics")).hasStatusOk();
        assertThat(agendas.get().uri("/tournees/flux/animateur-A-01.ics")).hasStatusOk();
        assertThat(agendas.get().uri("/tournees/affiches/etape-room-DEMO-001.pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(agendas.get().uri("/tournees/flux/etape-room-DEMO-009.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(agendas.get().uri("/tournees/flux/animateur-A-02.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(agendas.get().uri("/tournees/affiches/epci-247600588.pdf")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private Agendas on(LocalDate today) {
        when(feeds.published()).thenReturn(SESSIONS);
        MockEnvironment settings = new MockEnvironment();
        List.of("service", "telephone", "inscription", "flux")
                .forEach(key -> settings.setProperty("passerelle.affiche." + key, ""));
        return new Agendas(feeds, settings, Clock.fixed(today.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static ToldSession at(String etape, String name, String commune, int week) {
        return new ToldSession(
                etape + "|2018-01-08|" + week,
                0,
                ToldSession.State.CONFIRMED,
                DAY.plusWeeks(week),
                540,
                660,
                "A-01",
                TOLD,
                null,
                new ToldSession.Place(etape, name, null, commune, "247600588", "CC des Villes Sœurs", null, null),
                true);
    }
}
