package fr.passerelle.rules.frequentation;

/**
 * A score with its bounds, 0 to 100, rounded once and for all.
 *
 * @param score over the weight of the available indicators
 * @param low over the whole weight, the unavailable ones at 0
 * @param high over the whole weight, the unavailable ones at 100
 */
record Note(int score, int low, int high) {}
