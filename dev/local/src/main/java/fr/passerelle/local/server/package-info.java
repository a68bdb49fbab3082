/** PostgreSQL, Kafka and the schema registry over one directory, by {@link LocalServers}: processes of their own, on loopback, with data that outlives them. */
@NullMarked
package fr.passerelle.local.server;

import org.jspecify.annotations.NullMarked;
