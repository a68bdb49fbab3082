/**
 * The streams as they are on Kafka: the last records, decoded and filtered, followed as they come, and the schema of each. It reads by assignment, in no group, and leaves nothing behind.
 */
@NullMarked
package fr.passerelle.console.stream;

import org.jspecify.annotations.NullMarked;
