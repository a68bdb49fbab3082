/** Tests of this package. */
@NullMarked
package fr.passerelle.console.epci;

import org.jspecify.annotations.NullMarked;
