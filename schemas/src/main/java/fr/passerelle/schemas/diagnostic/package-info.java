/** Which run a program works on, as its diagnostics tell it on each line, and what it does for it, as a trace. */
@NullMarked
package fr.passerelle.schemas.diagnostic;

import org.jspecify.annotations.NullMarked;
