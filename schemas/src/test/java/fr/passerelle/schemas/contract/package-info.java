/** The contracts, held to what Kafka, the registry and readers of tomorrow expect. */
@NullMarked
package fr.passerelle.schemas.contract;

import org.jspecify.annotations.NullMarked;
