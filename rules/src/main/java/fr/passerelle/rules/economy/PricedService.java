package fr.passerelle.rules.economy;

import java.math.BigDecimal;

/**
 * A service that a tiers lieu would sell: receipts a year = price × times × use.
 *
 * @param price euros
 * @param times how often a year the price is paid for one unit of use: twelve for a subscription (choix du projet: expected all year long)
 * @param low use a year at the least, from 0
 * @param high use a year at the most
 */
record PricedService(ServiceName name, BigDecimal price, int times, int low, int high) {

    /** Euros a year, with the greatest use or the least. */
    BigDecimal receipts(boolean most) {
        return unit().multiply(BigDecimal.valueOf(most ? high : low));
    }

    /** What one unit of use brings a year. */
    BigDecimal unit() {
        return price.multiply(BigDecimal.valueOf(times));
    }
}
