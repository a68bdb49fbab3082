/** Proves the rules of conversion one by one, and gives their tests rooms and EPCIs. */
@NullMarked
package fr.passerelle.rules.conversion;

import org.jspecify.annotations.NullMarked;
