/** The files that a run is given: read once from end to end, known by their content, and where they are on this machine. */
@NullMarked
package fr.passerelle.batch.input;

import org.jspecify.annotations.NullMarked;
