package fr.passerelle.demo.reconstruction;

/**
 * A real commune.
 *
 * @param insee INSEE code
 * @param population inhabitants
 * @param epci SIREN of its intercommunalité
 * @param siren its own SIREN
 * @param latitude of its centroid, WGS 84 degrees
 * @param longitude of its centroid, WGS 84 degrees
 */
record Commune(
        String insee, String name, int population, String epci, String siren, double latitude, double longitude) {

    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** Great-circle distance between centroids, metres. */
    double distanceTo(Commune other) {
        double up = StrictMath.sin(StrictMath.toRadians(other.latitude - latitude) / 2);
        double across = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
        double cosines =
                StrictMath.cos(StrictMath.toRadians(latitude)) * StrictMath.cos(StrictMath.toRadians(other.latitude));
        return 2 * EARTH_RADIUS_M * StrictMath.asin(StrictMath.sqrt(up * up + cosines * across * across));
    }
}
