package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Commune;

/** Distances on the sphere: haversine with StrictMath, so that every machine gives the same metre. */
public final class Distance {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private Distance() {}

    /** Between two centroids. */
    public static long metres(Commune one, Commune other) {
        return metres(one.getLatitude(), one.getLongitude(), other.getLatitude(), other.getLongitude());
    }

    /** Between two points in WGS 84 degrees, rounded to the metre. */
    public static long metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = squaredHalfSine(otherLatitude - latitude);
        double east = squaredHalfSine(otherLongitude - longitude);
        double chord = north + cosine(latitude) * cosine(otherLatitude) * east;
        return StrictMath.round(2 * EARTH_RADIUS_METRES * StrictMath.asin(StrictMath.sqrt(chord)));
    }

    private static double squaredHalfSine(double degrees) {
        double sine = StrictMath.sin(StrictMath.toRadians(degrees) / 2);
        return sine * sine;
    }

    private static double cosine(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }
}
