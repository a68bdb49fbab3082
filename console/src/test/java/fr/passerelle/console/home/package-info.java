/** Tests of this package. */
@NullMarked
package fr.passerelle.console.home;

import org.jspecify.annotations.NullMarked;
