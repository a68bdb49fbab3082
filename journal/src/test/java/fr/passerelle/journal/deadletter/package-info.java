/** Dead letters, tested without servers. */
@NullMarked
package fr.passerelle.journal.deadletter;

import org.jspecify.annotations.NullMarked;
