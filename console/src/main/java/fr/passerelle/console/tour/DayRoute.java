package fr.passerelle.console.tour;

import fr.passerelle.console.map.DayMap;
import fr.passerelle.schemas.event.JourneeAnimateur;
import org.jspecify.annotations.Nullable;

/**
 * A day of an animateur, halt by halt.
 *
 * @param map null where nothing is known of its EPCIs any more
 */
public record DayRoute(
        JourneeAnimateur journee, WeekCell cell, @Nullable DayMap map) {}
