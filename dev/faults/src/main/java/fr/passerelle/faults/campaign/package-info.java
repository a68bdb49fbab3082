/**
 * The campaign: rounds drawn from a seed, each a night that is struck, healed, finished and checked; and what is told of them, line by line
 * and in a table.
 */
@NullMarked
package fr.passerelle.faults.campaign;

import org.jspecify.annotations.NullMarked;
