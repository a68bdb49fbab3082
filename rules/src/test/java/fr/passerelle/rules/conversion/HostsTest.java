package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.RULES;
import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.place;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostsTest {

    private static final int RADIUS = RULES.conversion().hostRadiusMetres();
    private static final Commune ORIGIN = commune("02001", 49.0);
    private static final Commune AT_10_000_METRES = commune("02002", 49.08993204);
    private static final Commune AT_10_001_METRES = commune("02003", 49.08994103);

    @Test
    void takesTheNearestPlaceOfTheEpciAtTheRadiusItself() {
        Found found = host(epci(place("P2", "02002", 20_00), place("P3", "02003", 40_00)), bare("S1"));

        assertThat(found.host())
                .extracting(Host::getKind, Host::getId, Host::getInsee, Host::getCommune, Host::getDistanceM)
                .containsExactly(HostKind.LIEU_PUBLIC, "P2", "02002", "Commune 02002", 10_000);
        assertThat(found.steps())
                .extracting(RegleEssayee::getOn, RegleEssayee::getOutcome, RegleEssayee::getDecides)
                .containsExactly(
                        tuple("room:S1", "SALLE_NON_MAINTENUE", false),
                        tuple("commune:02001", "AUCUN_LIEU_DANS_LA_COMMUNE", false),
                        tuple("place:P2", "LIEU_PUBLIC", true));
        assertThat(told(found.steps().getLast()))
                .containsExactly("distance=10000.000000", "rayon=10000.000000", "heures_hebdo=20.000000");
    }

    @Test
    void asksForAHallOneMetreFurther() {
        Found found = host(epci(place("P3", "02003", null)), bare("S1"));

        assertThat(found.host())
                .extracting(Host::getKind, Host::getId, Host::getInsee, Host::getDistanceM)
                .containsExactly(HostKind.SALLE_COMMUNALE, null, "02001", 0);
        assertThat(found.steps())
                .extracting(RegleEssayee::getOn, RegleEssayee::getOutcome, RegleEssayee::getDecides)
                .endsWith(
                        tuple("place:P3", "AUCUN_LIEU_A_PORTEE", false),
                        tuple("commune:02001", "SALLE_COMMUNALE", true));
        assertThat(told(found.steps().get(2)))
                .containsExactly("distance=10001.000000", "rayon=10000.000000", "heures_hebdo=null");
    }

    @Test
    void asksForAHallWhereTheEpciHasNoPlace() {
        Found found = host(epci(), bare("S1"));

        assertThat(found.host())
                .extracting(Host::getKind, Host::getId, Host::getName, Host::getInsee)
                .containsExactly(
                        HostKind.SALLE_COMMUNALE, null, "salle communale, accord du maire à demander", "02001");
        assertThat(told(found.steps().get(2))).containsExactly("distance=null", "rayon=10000.000000");
        assertThat(host(epci(), room("S1").setClosed(LocalDate.of(2018, 3, 1)))
                        .host()
                        .getKind())
                .isEqualTo(HostKind.SALLE_COMMUNALE);
    }

    @Test
    void takesThePublicPlaceOfTheCommuneThatOpensLongest() {
        EpciDescribed epci = epci(
                place("P1", "02001", null),
                place("P3", "02001", 20_00),
                place("P2", "02001", 20_00),
                place("P4", "02001", 19_50),
                place("P5", "02002", 40_00));

        assertThat(host(epci, bare("S1")).host())
                .extracting(Host::getKind, Host::getId, Host::getName, Host::getInsee)
                .containsExactly(HostKind.LIEU_PUBLIC, "P2", "Lieu P2", "02001");
    }

    @Test
    void knowsNoDistanceFromACommuneThatIsNotOfTheEpci() {
        Found found = host(
                epci(place("P2", "02002", 20_00), place("P9", "02999", 20_00)),
                bare("S1").setInsee("02998"));

        assertThat(found.host())
                .extracting(Host::getKind, Host::getInsee, Host::getCommune)
                .containsExactly(HostKind.SALLE_COMMUNALE, "02998", null);
    }

    @Test
    void leavesOutAPlaceWhoseCommuneIsNotOfTheEpciUnlessItIsTheRooms() {
        EpciDescribed epci = epci(place("P9", "02999", 20_00));

        assertThat(host(epci, bare("S1")).host().getKind()).isEqualTo(HostKind.SALLE_COMMUNALE);
        assertThat(host(epci, bare("S1").setInsee("02999")).host().getId()).isEqualTo("P9");
    }

    @Test
    void prefersAPlaceOfTheCommuneThenTheLongestOpenThenTheFirstIdentifier() {
        Found found = host(epci(place("P1", "02001", null), place("P2", "02002", 60_00)), bare("S1"));

        assertThat(found.host()).extracting(Host::getId, Host::getDistanceM).containsExactly("P1", 0);
        assertThat(told(found.steps().getLast())).containsExactly("lieux_de_la_commune=1.000000", "heures_hebdo=null");

        EpciDescribed sameHours =
                epci(place("P4", "02002", 20_00), place("P3", "02002", 20_00), place("P2", "02002", null));

        assertThat(host(sameHours, bare("S1")).host().getId()).isEqualTo("P3");
    }

    /** It would be open longest, and stand in the very commune. */
    @Test
    void neverTakesABus() {
        PublicPlace bus = PublicPlace.newBuilder(place("P1", "02001", 60_00))
                .setItinerant(true)
                .build();
        PublicPlace nearby =
                PublicPlace.newBuilder(bus).setId("P2").setInsee("02002").build();

        Found found = host(epci(bus, nearby, place("P3", "02002", 20_00)), bare("S1"));

        assertThat(found.host().getId()).isEqualTo("P3");
        assertThat(told(found.steps().get(1))).containsExactly("lieux_de_la_commune=0.000000");
    }

    @Test
    void tellsTheAgreementAndTheClosingDayOfTheRoomItself() {
        Found found = host(epci(), room("S1"));

        assertThat(found.host())
                .extracting(Host::getKind, Host::getId, Host::getName, Host::getInsee)
                .containsExactly(HostKind.SALLE, "S1", "Salle S1", "02001");
        assertThat(found.steps()).hasSize(1);
        assertThat(told(found.steps().getFirst())).containsExactly("accord_proprietaire=OUI", "fermeture=null");
    }

    private static EpciDescribed epci(PublicPlace... places) {
        return Places.epci()
                .setCommunes(List.of(ORIGIN, AT_10_000_METRES, AT_10_001_METRES))
                .setPublicPlaces(List.of(places))
                .build();
    }

    private static Commune commune(String insee, double latitude) {
        return new Commune(insee, "Commune " + insee, 1_000, latitude, 3.0, null);
    }

    private static Found host(EpciDescribed epci, RoomInventoried.Builder room) {
        List<RegleEssayee> steps = new ArrayList<>();
        return new Found(new Hosts(epci, RADIUS).of(scored(room, 10), steps), steps);
    }

    private record Found(Host host, List<RegleEssayee> steps) {}

    @Test
    void isTheDepartementOfMostInhabitantsThenTheLowestCodeOrNone() {
        assertThat(of(commune("60001", 900), commune("80001", 500), commune("80002", 500))
                        .name())
                .isEqualTo("Somme");
        assertThat(of(commune("80001", 500), commune("02001", 500)).code()).isEqualTo("02");
        assertThat(of().name()).isEmpty();
        assertThat(Departement.of((EpciDescribed) null).name()).isEmpty();
    }

    private static Departement of(Commune... communes) {
        return Departement.of(Places.epci().setCommunes(List.of(communes)).build());
    }

    private static Commune commune(String insee, int population) {
        return new Commune(insee, insee, population, 49.0, 2.0, null);
    }
}
