package fr.passerelle.console.map;

/**
 * Points of mediation, today and as proposed, over the same land.
 *
 * @param land its zones are the EPCIs
 * @param open rooms that are open today, whoever manages them
 * @param seats of the tiers lieux proposed
 * @param hosts where sessions would be held, those that share a place once; none that is a seat
 * @param kept rooms of communes that stay open; none that is a seat or a host
 */
public record MediationMap(RegionMap land, Points open, Points seats, Points hosts, Points kept) {

    /**
     * Some of them, drawn.
     *
     * @param path their shapes, as the d of an SVG path
     * @param count how many, from 0
     */
    public record Points(String path, int count) {}

    /** How many there would be. */
    public int proposed() {
        return seats.count() + hosts.count() + kept.count();
    }
}
