package fr.passerelle.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class TerritoryTest {

    /** Neighbours: Mers-les-Bains and Oust-Marest, and beside them Allenay. */
    private static final EpciDescribed COAST = epci("247600588", "80533", "80613");

    private static final EpciDescribed INLAND = epci("A", "80018");

    @Test
    void drawsEachCommuneAsItIs() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        assertThat(territory.communes()).containsOnlyKeys("80533", "80613", "80018");
        assertThat(land(territory.communes(), "80533").getArea()).isBetween(4.0, 10.0);
    }

    @Test
    void joinsTheCommunesOfAnEpci() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        Geometry coast = land(territory.epcis(), "247600588");
        double communes = Stream.of("80533", "80613")
                .mapToDouble(insee -> land(territory.communes(), insee).getArea())
                .sum();
        assertThat(coast.getArea()).isCloseTo(communes, within(1e-6));
        assertThat(coast.intersection(land(territory.epcis(), "A")).getArea()).isCloseTo(0, within(1e-6));
    }

    @Test
    void showsWhatAnEpciHasBeyondTheRegionAsFarAsItIsNear() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        assertThat(territory.beyond()).containsOnlyKeys("247600588");
        double wide = territory.envelope(List.of("247600588")).getWidth();
        assertThat(wide)
                .isGreaterThan(land(territory.epcis(), "247600588")
                                .getEnvelopeInternal()
                                .getWidth()
                        + 1)
                .isLessThan(land(territory.beyond(), "247600588")
                                .getEnvelopeInternal()
                                .getWidth()
                        + 16);
        assertThat(territory.envelope(List.of("A")))
                .isEqualTo(land(territory.epcis(), "A").getEnvelopeInternal());
    }

    @Test
    void putsADiscWhereItKnowsNoOutline() {
        Territory territory = Territory.of(List.of(epci("A", "99001"), epci("B")));

        assertThat(land(territory.epcis(), "A").getArea()).isCloseTo(Math.PI * 1.5 * 1.5, within(0.2));
        assertThat(territory.epcis()).containsOnlyKeys("A");
        assertThat(territory.envelope(territory.epcis().keySet()).getWidth()).isCloseTo(3, within(1e-6));
    }

    private static Geometry land(Map<String, Geometry> lands, String code) {
        return Objects.requireNonNull(lands.get(code));
    }

    private static EpciDescribed epci(String siren, String... communes) {
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName("CC " + siren)
                .setPopulation(100)
                .setCommunes(Stream.of(communes).map(TerritoryTest::commune).toList())
                .setPublicPlaces(List.of())
                .build();
    }

    private static Commune commune(String insee) {
        return Commune.newBuilder()
                .setInsee(insee)
                .setName("Commune " + insee)
                .setPopulation(10)
                .setLatitude(50)
                .setLongitude(1.4)
                .build();
    }
}
