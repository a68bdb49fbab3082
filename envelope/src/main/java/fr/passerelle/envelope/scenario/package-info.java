/**
 * Scenarios: planned on what a published run proposes, computed by the solvers exactly as planned, adopted or discarded, never a decision;
 * and how the database keeps them, the steps taken with each, and what each computed.
 */
@NullMarked
package fr.passerelle.envelope.scenario;

import org.jspecify.annotations.NullMarked;
