/** The rule set as data: what the region voted and what this project chose, each number with its source, in one dated and hashed text. */
@NullMarked
package fr.passerelle.schemas.bareme;

import org.jspecify.annotations.NullMarked;
