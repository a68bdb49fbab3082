package fr.passerelle.sources.cell;

import java.util.Arrays;
import java.util.Optional;

/** What the two coordinates of a place are. */
public enum CoordinateSystem {
    /** Nothing was declared: degrees, unless both can only be something else. */
    UNDECLARED(""),
    /** Degrees of latitude and longitude. */
    WGS84("WGS84"),
    /** Metres of the French projection, EPSG:2154: the column of the longitude holds x, that of the latitude y. */
    LAMBERT_93("LAMBERT-93");

    private final String french;

    CoordinateSystem(String french) {
        this.french = french;
    }

    /** The system that users write so; empty for none. */
    public static Optional<CoordinateSystem> named(String french) {
        return Arrays.stream(values())
                .filter(system -> system != UNDECLARED && system.french.equals(french))
                .findFirst();
    }
}
