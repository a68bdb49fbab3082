/** Months of rooms, tested without servers. */
@NullMarked
package fr.passerelle.batch.month;

import org.jspecify.annotations.NullMarked;
