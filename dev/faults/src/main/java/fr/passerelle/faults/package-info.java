/** The command that makes faults happen on real processes, and holds the promises against what they leave. */
@NullMarked
package fr.passerelle.faults;

import org.jspecify.annotations.NullMarked;
