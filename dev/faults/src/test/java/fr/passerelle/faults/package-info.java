/** The short form of the proof, in the build. */
@NullMarked
package fr.passerelle.faults;

import org.jspecify.annotations.NullMarked;
