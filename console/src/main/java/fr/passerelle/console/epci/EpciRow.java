package fr.passerelle.console.epci;

import fr.passerelle.console.figure.PendingTask;
import fr.passerelle.console.map.Mark;
import fr.passerelle.schemas.event.Besoin;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An EPCI in a list.
 *
 * @param mark what is proposed to it
 * @param seat name of the seat proposed, of those it chooses from, or of the tiers lieu it has; empty where there is none
 * @param score of the seat; null for a site, and without seat
 * @param low bound of that score
 * @param high bound of that score
 * @param rooms how many it has, from 0
 * @param sessions a month, over its étapes
 * @param aid euros; null where no cost is known
 * @param need level of need, in French
 * @param monthsMissing months of its rooms that were not returned
 * @param roomsMissing rooms that they are of
 */
public record EpciRow(
        String siren,
        String name,
        Mark mark,
        String seat,
        @Nullable Integer score,
        @Nullable Integer low,
        @Nullable Integer high,
        int rooms,
        int etapes,
        int sessions,
        int toExamine,
        int unknown,
        @Nullable BigDecimal aid,
        Besoin besoin,
        String need,
        int population,
        int monthsMissing,
        int roomsMissing,
        Set<PendingTask> waiting) {}
