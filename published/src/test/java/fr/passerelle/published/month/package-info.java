/** Tests of this package. */
@NullMarked
package fr.passerelle.published.month;

import org.jspecify.annotations.NullMarked;
