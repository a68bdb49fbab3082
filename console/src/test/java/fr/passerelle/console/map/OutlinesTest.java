package fr.passerelle.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.console.map.Territory.Outlines;
import fr.passerelle.console.map.Territory.Plane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class OutlinesTest {

    private static final Path FACTS = Path.of("../sources/src/main/resources/facts/communes-picardie.csv");

    /** Of the three départements, as public statistics have it. */
    private static final double SQUARE_KILOMETRES = 19_399;

    private final Outlines outlines = Outlines.shipped();

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
