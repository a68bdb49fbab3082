/**
 * Where étapes nomades could stand: the possible hosts of an EPCI, what stands whatever is chosen, and the check of any answer, without a
 * solver. Distances are those of proximity (RULES 4.7), between centroids of communes.
 */
@NullMarked
package fr.passerelle.envelope.implantation;

import org.jspecify.annotations.NullMarked;
