/** Dead letters, tested without servers. */
@NullMarked
package fr.passerelle.batch.deadletter;

import org.jspecify.annotations.NullMarked;
