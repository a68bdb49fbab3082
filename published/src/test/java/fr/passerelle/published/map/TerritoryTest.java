package fr.passerelle.published.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class TerritoryTest {

    @Test
    void givesEachCommuneItsOwnLand() {
        Territory territory = Territory.of(List.of(grid("A", 49.0), grid("B", 49.2)));

        double cells = territory.communes().values().stream()
                .mapToDouble(Geometry::getArea)
                .sum();
        double land = UnaryUnionOp.union(territory.communes().values()).getArea();
        assertThat(cells).isCloseTo(land, within(1e-6 * land));
        assertThat(territory.communes())
                .hasSize(40)
                .allSatisfy((insee, cell) -> assertThat(cell.isEmpty()).isFalse());
    }

    @Test
    void mergesTheCommunesOfAnEpci() {
        Territory territory = Territory.of(List.of(grid("A", 49.0), grid("B", 49.2)));

        Geometry one = land(territory.epcis(), "A");
        Geometry other = land(territory.epcis(), "B");
        assertThat(one.getNumGeometries()).isEqualTo(1);
        assertThat(one.intersection(other).getArea()).isCloseTo(0, within(1e-6));
        assertThat(one.contains(land(territory.communes(), "A7").getCentroid())).isTrue();
    }

    @Test
    void drawsASingleCommuneAndTwoWithOneCentre() {
        Territory alone = Territory.of(List.of(epci("A", List.of(commune("A1", 49, 3)))));
        Territory twins = Territory.of(List.of(
                epci("A", List.of(commune("A1", 49, 3))),
                epci("B", List.of(commune("B1", 49, 3), commune("B2", 49.1, 3)))));

        assertThat(land(alone.epcis(), "A").getArea()).isPositive();
        assertThat(twins.communes().get("A1")).isEqualTo(twins.communes().get("B1"));
    }

    private static Geometry land(Map<String, Geometry> lands, String code) {
        return Objects.requireNonNull(lands.get(code));
    }

    private static EpciDescribed grid(String siren, double latitude) {
        return epci(
                siren,
                IntStream.range(0, 20)
                        .mapToObj(i -> commune(siren + i, latitude + 0.05 * (i / 5), 3 + 0.05 * (i % 5) + 0.004 * i))
                        .toList());
    }

    private static EpciDescribed epci(String siren, List<Commune> communes) {
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName("CC " + siren)
                .setPopulation(100)
                .setCommunes(communes)
                .setPublicPlaces(List.of())
                .build();
    }

    private static Commune commune(String insee, double latitude, double longitude) {
        return Commune.newBuilder()
                .setInsee(insee)
                .setName("Commune " + insee)
                .setPopulation(10)
                .setLatitude(latitude)
                .setLongitude(longitude)
                .build();
    }
}
