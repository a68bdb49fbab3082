/** The checker, on histories made by hand. */
@NullMarked
package fr.passerelle.faults.check;

import org.jspecify.annotations.NullMarked;
