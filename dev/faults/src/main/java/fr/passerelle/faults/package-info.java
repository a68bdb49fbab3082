/**
 * The command that puts Passerelle to the proof: it makes faults happen on real processes, shows that they did, and holds the promises
 * against what they left.
 */
@NullMarked
package fr.passerelle.faults;

import org.jspecify.annotations.NullMarked;
