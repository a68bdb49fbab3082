/** Scenarios: which places and years under an envelope, and where étapes would best stand. The solvers live here alone. */
@NullMarked
package fr.passerelle.optimum;

import org.jspecify.annotations.NullMarked;
