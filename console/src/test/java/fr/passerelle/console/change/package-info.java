/** Tests of this package. */
@NullMarked
package fr.passerelle.console.change;

import org.jspecify.annotations.NullMarked;
