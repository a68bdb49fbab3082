/** The rooms: all of them, and one with its attendance, its score, its functions, what would change its conclusion and where everything comes from. */
@NullMarked
package fr.passerelle.console.room;

import org.jspecify.annotations.NullMarked;
