/** Proves what stays to an EPCI and how it divides, by worked cases and by properties. */
@NullMarked
package fr.passerelle.rules.economy;

import org.jspecify.annotations.NullMarked;
