/** Tests of this package. */
@NullMarked
package fr.passerelle.published.synthesis;

import org.jspecify.annotations.NullMarked;
