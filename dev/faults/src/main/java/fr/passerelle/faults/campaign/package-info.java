/** The campaign: rounds drawn from a seed, each a night that is struck, healed, finished, checked and told. */
@NullMarked
package fr.passerelle.faults.campaign;

import org.jspecify.annotations.NullMarked;
