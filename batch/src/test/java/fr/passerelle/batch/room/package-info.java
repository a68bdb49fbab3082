/** How inventories are imported. */
@NullMarked
package fr.passerelle.batch.room;

import org.jspecify.annotations.NullMarked;
