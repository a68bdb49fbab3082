/** What a run refused and corrected, read back by reason or row by row. */
@NullMarked
package fr.passerelle.published.reject;

import org.jspecify.annotations.NullMarked;
