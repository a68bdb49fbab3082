/**
 * The attendance registers: records compared with what is known, a chunk at a time, written as transitions. Their grain is the month of a
 * room: what each import says of it, which lines hold, and how it differs from the month that the log knows.
 */
@NullMarked
package fr.passerelle.batch.attendance;

import org.jspecify.annotations.NullMarked;
