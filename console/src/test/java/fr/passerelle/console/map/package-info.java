/** Tests of this package. */
@NullMarked
package fr.passerelle.console.map;

import org.jspecify.annotations.NullMarked;
