/** What holds of the whole: the structure, the format, and the promises proven on the real programs. */
@NullMarked
package fr.passerelle.proof;

import org.jspecify.annotations.NullMarked;
