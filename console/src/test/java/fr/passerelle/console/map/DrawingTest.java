package fr.passerelle.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.PixelGrid.Spread;
import fr.passerelle.console.map.PixelGrid.Spread.Spot;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DrawingTest {

    @Test
    void putsTheNorthAtTheTop() {
        PixelGrid sheet = PixelGrid.of(new Envelope(0, 10, 0, 5), 120, 10);

        assertThat(sheet.height()).isEqualTo(70);
        assertThat(sheet.x(new Coordinate(0, 5))).isEqualTo(10);
        assertThat(sheet.y(new Coordinate(0, 5))).isEqualTo(10);
        assertThat(sheet.y(new Coordinate(0, 0))).isEqualTo(60);
    }

    @Test
    void writesASurfaceAsAPath() {
        PixelGrid sheet = PixelGrid.of(new Envelope(0, 10, 0, 5), 120, 10);
        Geometry square = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));

        assertThat(sheet.path(square)).isEqualTo("M10 60l0 -10 10 0 0 10 0 0z");
    }

    @Test
    void writesNothingForNoSurface() {
        PixelGrid sheet = PixelGrid.of(new Envelope(0, 10, 0, 5), 120, 10);

        assertThat(sheet.path(new GeometryFactory().createPolygon())).isEmpty();
        assertThat(sheet.path(Territory.NOWHERE)).isEmpty();
    }

    @Test
    void drawsAMarkAroundItsPoint() {
        assertThat(Mark.EX_AEQUO.at(100, 50)).isEqualTo("M100,40l10,17h-20z");
    }

    @Test
    void keepsDiscsApart() {
        Spread spread = new Spread();

        Spot first = spread.take(100, 100);
        Spot second = spread.take(101, 100);
        Spot far = spread.take(300, 100);

        assertThat(first).isEqualTo(new Spot(100, 100));
        assertThat(Math.hypot(second.x() - first.x(), second.y() - first.y())).isBetween(20.0, 34.0);
        assertThat(far).isEqualTo(new Spot(300, 100));
    }
}
