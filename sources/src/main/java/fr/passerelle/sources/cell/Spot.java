package fr.passerelle.sources.cell;

import java.math.BigDecimal;

/**
 * Two coordinates as a row tells them.
 *
 * @param north degrees of latitude, or metres northwards
 * @param east degrees of longitude, or metres eastwards
 */
record Spot(BigDecimal north, BigDecimal east) {

    /** Whether these are degrees in metropolitan France, with its seas and its near neighbours. */
    boolean inFrance() {
        return within(north, "41", "51.6") && within(east, "-5.6", "9.8");
    }

    /** Whether these can be metres of Lambert-93 in metropolitan France; no degrees can. */
    boolean inLambert() {
        return within(north, "6000000", "7150000") && within(east, "100000", "1250000");
    }

    Spot swapped() {
        return new Spot(east, north);
    }

    private static boolean within(BigDecimal value, String least, String greatest) {
        return value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(greatest)) <= 0;
    }
}
