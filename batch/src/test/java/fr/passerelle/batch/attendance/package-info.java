/** How registers are imported. */
@NullMarked
package fr.passerelle.batch.attendance;

import org.jspecify.annotations.NullMarked;
