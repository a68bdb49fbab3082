package fr.passerelle.sources.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** The French projection, EPSG:2154, written out: the library of its definition has a licence of its own. */
final class Lambert93 {

    private static final String DEFINITION = "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000"
            + " +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
    private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";
    private static final int PLACES = 6; // a tenth of a metre

    private final CoordinateTransform toDegrees;

    Lambert93() {
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem metres = systems.createFromParameters("EPSG:2154", DEFINITION);
        CoordinateReferenceSystem degrees = systems.createFromParameters("EPSG:4326", DEGREES);
        this.toDegrees = new CoordinateTransformFactory().createTransform(metres, degrees);
    }

    /** Metres that are {@link Spot#inLambert}, in degrees of six decimals. */
    Spot degrees(Spot metres) {
        ProjCoordinate told =
                new ProjCoordinate(metres.east().doubleValue(), metres.north().doubleValue());
        ProjCoordinate found = toDegrees.transform(told, new ProjCoordinate());
        return new Spot(rounded(found.y), rounded(found.x));
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
