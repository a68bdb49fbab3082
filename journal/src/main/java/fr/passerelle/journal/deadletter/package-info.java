/** Records that nobody could read, or that nobody awaited: what is known of them without showing what they hold, and what becomes of them. */
@NullMarked
package fr.passerelle.journal.deadletter;

import org.jspecify.annotations.NullMarked;
