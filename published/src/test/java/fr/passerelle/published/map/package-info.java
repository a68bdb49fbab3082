/** Tests of this package. */
@NullMarked
package fr.passerelle.published.map;

import org.jspecify.annotations.NullMarked;
