/**
 * Where étapes nomades would best stand: which facilities to open so that customers are served at the least cost, solved exactly by SCIP, and
 * the distribution of stops over EPCIs. One thread, fixed seed, limits that are no clock.
 */
@NullMarked
package fr.passerelle.envelope.location;

import org.jspecify.annotations.NullMarked;
