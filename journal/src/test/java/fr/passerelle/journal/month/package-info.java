/** Months of rooms, tested without servers. */
@NullMarked
package fr.passerelle.journal.month;

import org.jspecify.annotations.NullMarked;
