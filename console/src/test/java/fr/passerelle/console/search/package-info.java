/** Tests of this package. */
@NullMarked
package fr.passerelle.console.search;

import org.jspecify.annotations.NullMarked;
