package fr.passerelle.calendar.rule;

/**
 * Somewhere that a journey begins or ends.
 *
 * @param key subject of an étape, or {@code home:ID} of an animateur
 * @param insee code of its commune
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 */
public record TourPoint(String key, String insee, double latitude, double longitude) {}
