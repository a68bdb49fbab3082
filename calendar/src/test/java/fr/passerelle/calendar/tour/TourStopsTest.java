package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.TOURNEES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.tour.TourBasis.TourStops;
import fr.passerelle.calendar.tour.TourBasis.TourStops.StopTerms;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TourStopsTest {

    private static final String EPCI = "200000001";
    private static final String NEXT_DOOR = "200000002";

    private static final HostPoints POINTS = new HostPoints(
            List.of(EpciDescribed.newBuilder()
                    .setEpci(EPCI)
                    .setName("CC de l'essai")
                    .setPopulation(1_000)
                    .setCommunes(List.of(new Commune("02001", "A", 1_000, 49.0, 3.0, null)))
                    .setPublicPlaces(
                            List.of(new PublicPlace("BIB-1", "BIB", "Bibliothèque", "02001", 49.1, 3.1, null, false)))
                    .build()),
            List.of());

    @Test
    void addsUpTheRoomsOfAHost() {
        List<TourStop> stops = stops(Map.of())
                .of(List.of(library("S-2", NEXT_DOOR, 3), library("S-1", EPCI, 2), library("S-3", EPCI, 1)));

        assertThat(stops).singleElement().satisfies(stop -> {
            assertThat(stop.key()).isEqualTo("place:BIB-1");
            assertThat(stop.asked()).isEqualTo(6);
            assertThat(stop.rooms()).containsExactly("S-1", "S-2", "S-3");
            assertThat(stop.epci()).isEqualTo(EPCI);
            assertThat(stop.point().latitude()).isEqualTo(49.1);
        });
    }

    @Test
    void putsACommunalHallInTheMiddleOfItsCommune() {
        assertThat(stops(Map.of()).of(List.of(etape("S-1", EPCI, 1, HostKind.SALLE_COMMUNALE, null, "02001"))))
                .extracting(TourStop::point, TourStop::name)
                .containsExactly(tuple(new TourPoint("commune:02001", "02001", 49.0, 3.0), "Salle communale"));
    }

    @Test
    void supposesTheHoursThatNobodyTold() {
        TourStop stop = stops(Map.of()).of(List.of(library("S-1", EPCI, 1))).getFirst();

        assertThat(stop.hours()).isEqualTo(OpenWeek.supposed(TOURNEES));
        assertThat(stop.hours().source()).isEqualTo(SourceHoraires.SUPPOSES);
        assertThat(stop.capacity()).isNull();
        assertThat(stop.inHolidays()).isTrue();
    }

    @Test
    void takesWhatWasToldOfAPlaceBeforeItsEpci() {
        Map<String, VacancesScolaires> epcis = Map.of(EPCI, VacancesScolaires.SUSPENDUES);
        StopTerms terms = new StopTerms(HALL, List.of(), 10, VacancesScolaires.MAINTENUES);
        List<Conversion> etapes = List.of(library("S-1", EPCI, 1));

        TourStop told = new TourStops(POINTS, Map.of("place:BIB-1", terms), epcis, TOURNEES)
                .of(etapes)
                .getFirst();

        assertThat(told.hours()).isEqualTo(HALL);
        assertThat(told.capacity()).isEqualTo(10);
        assertThat(told.inHolidays()).isTrue();
        assertThat(stops(epcis).of(etapes).getFirst().inHolidays()).isFalse();
    }

    @Test
    void leavesOutWhatIsNoEtape() {
        Conversion tiersLieu = etape("S-1", EPCI, 0, HostKind.SALLE, "S-1", "02001");
        tiersLieu.setHost(null);

        assertThat(stops(Map.of()).of(List.of(tiersLieu))).isEmpty();
    }

    @Test
    void refusesAPlaceThatIsNowhere() {
        List<Conversion> nowhere = List.of(etape("S-1", EPCI, 1, HostKind.SALLE, "S-1", "99999"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stops(Map.of()).of(nowhere))
                .withMessageContaining("room:S-1");
        assertThat(POINTS.home("A-01", "99999")).isEmpty();
    }

    private static TourStops stops(Map<String, VacancesScolaires> epcis) {
        return new TourStops(POINTS, Map.of(), epcis, TOURNEES);
    }

    private static Conversion library(String room, String epci, int sessions) {
        return etape(room, epci, sessions, HostKind.LIEU_PUBLIC, "BIB-1", "02001");
    }

    private static Conversion etape(
            String room, String epci, int sessions, HostKind kind, @Nullable String id, String insee) {
        return Conversion.newBuilder()
                .setRoomId(room)
                .setEpci(epci)
                .setAsOf("2017-10")
                .setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(Candidature.SOUS_LE_SEUIL)
                .setProvisoire(false)
                .setFonctions(List.of())
                .setHost(Host.newBuilder()
                        .setKind(kind)
                        .setId(id)
                        .setName("Lieu")
                        .setInsee(insee)
                        .build())
                .setSessionsAMonth(sessions)
                .setDemonstration(false)
                .setReasons(List.of())
                .build();
    }
}
