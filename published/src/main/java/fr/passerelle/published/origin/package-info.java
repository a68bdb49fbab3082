/** Where a result comes from: the registers that were imported, and the files under each score. */
@NullMarked
package fr.passerelle.published.origin;

import org.jspecify.annotations.NullMarked;
