/** The months of rooms, with their lines; and those that nobody returned, as a calendar shows them: a column a month, a line a room. */
@NullMarked
package fr.passerelle.console.month;

import org.jspecify.annotations.NullMarked;
