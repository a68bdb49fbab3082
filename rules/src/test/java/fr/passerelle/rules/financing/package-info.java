/** Proves the aid to the cent, the plans against the cases computed by hand, and what holds of any proposal. */
@NullMarked
package fr.passerelle.rules.financing;

import org.jspecify.annotations.NullMarked;
