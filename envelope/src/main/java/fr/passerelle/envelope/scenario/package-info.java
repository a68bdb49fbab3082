/**
 * Scenarios: planned on what a published run proposes, computed by the solvers exactly as planned, adopted or discarded, never a decision.
 */
@NullMarked
package fr.passerelle.envelope.scenario;

import org.jspecify.annotations.NullMarked;
