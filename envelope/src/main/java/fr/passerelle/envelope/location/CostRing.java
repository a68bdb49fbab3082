package fr.passerelle.envelope.location;

import java.util.List;

/**
 * Facilities at the same distance of a customer.
 *
 * @param facilities by their index
 * @param beyond what it costs more where neither one of them nor one of a ring before is open
 */
record CostRing(List<Integer> facilities, long beyond) {}
