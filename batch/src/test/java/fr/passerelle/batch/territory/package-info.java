/** What the facts say and how EPCIs are described. */
@NullMarked
package fr.passerelle.batch.territory;

import org.jspecify.annotations.NullMarked;
