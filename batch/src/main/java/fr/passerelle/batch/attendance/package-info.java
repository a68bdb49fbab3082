/** The attendance registers: records compared with what is known, a chunk at a time, written as transitions. */
@NullMarked
package fr.passerelle.batch.attendance;

import org.jspecify.annotations.NullMarked;
