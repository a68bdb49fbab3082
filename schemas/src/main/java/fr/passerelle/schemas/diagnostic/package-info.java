/** Which run a program works on, as its diagnostics tell it on each line. */
@NullMarked
package fr.passerelle.schemas.diagnostic;

import org.jspecify.annotations.NullMarked;
