/** The last records on Kafka, decoded, and followed as they come. It reads by assignment, in no group, and leaves nothing behind. */
@NullMarked
package fr.passerelle.console.stream;

import org.jspecify.annotations.NullMarked;
