package fr.passerelle.calendar.tour;

import org.jspecify.annotations.Nullable;

/**
 * A row of the file of journeys.
 *
 * @param de INSEE code or subject of a place
 * @param a the same
 * @param minutes door to door
 * @param metres of road; null where only the minutes are known
 */
record TrajetRow(String de, String a, int minutes, @Nullable Integer metres) {}
