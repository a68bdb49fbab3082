package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.event.SourceTrajet;

/**
 * A journey by road, from one point to another.
 *
 * @param metres of road
 * @param low minutes with the low figures of the barème; the same where a file told them
 * @param high minutes with the high figures
 */
public record Road(int minutes, int metres, SourceTrajet source, int low, int high) {}
