/** The rows of the database that keep what was refused and what was corrected, in the transaction of the chunk. */
@NullMarked
package fr.passerelle.batch.reject;

import org.jspecify.annotations.NullMarked;
