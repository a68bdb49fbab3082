/** Tests of this package. */
@NullMarked
package fr.passerelle.console.month;

import org.jspecify.annotations.NullMarked;
