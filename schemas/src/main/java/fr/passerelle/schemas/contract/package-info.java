/**
 * Where the records travel: topics with the records they carry, the Confluent wire format, and the registry that gives schemas their
 * ids.
 */
@NullMarked
package fr.passerelle.schemas.contract;

import org.jspecify.annotations.NullMarked;
