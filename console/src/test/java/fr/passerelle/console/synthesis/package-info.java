/** Tests of this package. */
@NullMarked
package fr.passerelle.console.synthesis;

import org.jspecify.annotations.NullMarked;
