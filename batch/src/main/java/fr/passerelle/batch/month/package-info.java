/**
 * The month of a room, the grain of the log: the lines that each import says of it and how the state keeps them, those that hold of a line
 * said several times, what they are as a record and whether it can hold them, and how one month differs from another.
 */
@NullMarked
package fr.passerelle.batch.month;

import org.jspecify.annotations.NullMarked;
