/** The log's source: append in the chunk's transaction, relay to Kafka in order, exactly once. */
@NullMarked
package fr.passerelle.batch.journal;

import org.jspecify.annotations.NullMarked;
