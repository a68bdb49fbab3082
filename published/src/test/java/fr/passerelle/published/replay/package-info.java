/** Tests of this package. */
@NullMarked
package fr.passerelle.published.replay;

import org.jspecify.annotations.NullMarked;
