/** The log's source: append in the chunk's transaction, relay to Kafka in order, exactly once. */
@NullMarked
package fr.passerelle.journal;

import org.jspecify.annotations.NullMarked;
