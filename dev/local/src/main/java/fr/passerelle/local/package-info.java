/** The real servers (PostgreSQL, Kafka, registry), each a process of its own, for the demo and for tests. */
@NullMarked
package fr.passerelle.local;

import org.jspecify.annotations.NullMarked;
