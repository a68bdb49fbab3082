package fr.passerelle.rules.conversion;

import org.jspecify.annotations.Nullable;

/**
 * A place with its rank among the candidates.
 *
 * @param rank among the candidates, from 1, equal where nothing separates them; null for a place that is no candidate
 */
record RankedPlace(PlaceContender contender, @Nullable Integer rank) {}
