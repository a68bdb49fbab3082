/** The steps of the reasoning, read as a line each. */
@NullMarked
package fr.passerelle.rules.trace;

import org.jspecify.annotations.NullMarked;
