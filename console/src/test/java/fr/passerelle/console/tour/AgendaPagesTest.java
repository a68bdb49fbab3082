package fr.passerelle.console.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.tour.AgendaPages.Agendas;
import fr.passerelle.console.tour.AgendaPages.PlaceList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class AgendaPagesTest {

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
        MockMvcTester pages = MockMvcTester.of(new AgendaPages(on(DAY)));

        assertThat(pages.get().uri("/tournees/flux/etape-room-DEMO-001.ics"))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .bodyText()
                .contains("BEGIN:VCALENDAR");
        assertThat(pages.get().uri("/tournees/flux/epci-247600588.ics")).hasStatusOk();
        assertThat(pages.get().uri("/tournees/flux/animateur-A-01.ics")).hasStatusOk();
        assertThat(pages.get().uri("/tournees/affiches/etape-room-DEMO-001.pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(pages.get().uri("/tournees/flux/etape-room-DEMO-009.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees/flux/animateur-A-02.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees/affiches/epci-247600588.pdf")).hasStatus(HttpStatus.NOT_FOUND);
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
