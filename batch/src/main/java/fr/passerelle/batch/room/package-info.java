/** The inventory of rooms, and the other sites: snapshots compared with what is known, written as transitions. */
@NullMarked
package fr.passerelle.batch.room;

import org.jspecify.annotations.NullMarked;
