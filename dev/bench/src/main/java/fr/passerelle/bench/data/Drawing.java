package fr.passerelle.bench.data;

/**
 * Which sessions are drawn.
 *
 * @param seed decides their order
 * @param rooms how many rooms there are, from 1
 * @param first place of the first session, from 0: what comes after another drawing is new beside it
 * @param count how many sessions; first + count is at most rooms × 58,432
 */
public record Drawing(long seed, int rooms, long first, long count) {}
