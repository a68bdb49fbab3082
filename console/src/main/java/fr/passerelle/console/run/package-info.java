/**
 * The runs: those that were, the one that is on its way step by step, what was reconciled, what was rejected and why, and how to take one up, give it up or recover after a breakdown.
 */
@NullMarked
package fr.passerelle.console.run;

import org.jspecify.annotations.NullMarked;
