/** The figures of the region, or of a part of it, that several pages show: counted once, from the published results. */
@NullMarked
package fr.passerelle.console.figure;

import org.jspecify.annotations.NullMarked;
