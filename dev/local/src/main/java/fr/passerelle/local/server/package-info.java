/**
 * PostgreSQL, Kafka and the schema registry over one directory: each its own process, on loopback and free ports, with data that
 * outlives it. {@link LocalServers} is the way in.
 */
@NullMarked
package fr.passerelle.local.server;

import org.jspecify.annotations.NullMarked;
