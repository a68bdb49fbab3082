/** The inventory of rooms: a snapshot compared with what is known, written as transitions. */
@NullMarked
package fr.passerelle.batch.room;

import org.jspecify.annotations.NullMarked;
