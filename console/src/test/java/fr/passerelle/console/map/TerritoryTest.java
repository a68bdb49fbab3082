package fr.passerelle.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.console.map.Territory.Outlines;
import fr.passerelle.console.map.Territory.Plane;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
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
        return PlanExamples.epci(
                siren,
                Stream.of(communes)
                        .map(insee -> PlanExamples.commune(insee, 10))
                        .toArray(Commune[]::new));
    }

    private static final Path FACTS = Path.of("../sources/src/main/resources/facts/communes-picardie.csv");

    /** Of the three départements, as public statistics have it. */
    private static final double SQUARE_KILOMETRES = 19_399;

    private final Outlines outlines = Outlines.SHIPPED;

    @Test
    void hasEachCommuneOfTheFactsAndNoOther() throws IOException {
        Set<String> communes = Files.readString(FACTS)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());

        assertThat(outlines.communes()).hasSize(2248).containsOnlyKeys(communes);
        assertThat(outlines.beyond()).containsOnlyKeys("200069672", "200069722", "247600588");
    }

    @Test
    void letsNeighboursMeetWithoutOverlapOrGap() {
        Geometry[] communes = outlines.communes().values().toArray(Geometry[]::new);

        assertThat(CoverageValidator.isValid(communes)).isTrue();
        assertThat(communes).allMatch(commune -> commune.isValid() && !commune.isEmpty());
        double sum = outlines.communes().values().stream()
                .mapToDouble(Geometry::getArea)
                .sum();
        assertThat(region().getArea()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void isAsLargeAsTheRegionIs() {
        Geometry region = new Plane(2.8, 49.5).of(region());

        assertThat(region.getArea()).isCloseTo(SQUARE_KILOMETRES, within(SQUARE_KILOMETRES / 100));
    }

    @Test
    void meetsWhatIsBeyondAtTheEdge() {
        Geometry beyond = Objects.requireNonNull(outlines.beyond().get("247600588"));

        assertThat(beyond.touches(region())).isTrue();
        assertThat(beyond.intersection(region()).getLength()).isPositive();
    }

    private Geometry region() {
        return CoverageUnion.union(outlines.communes().values().toArray(Geometry[]::new));
    }
}
