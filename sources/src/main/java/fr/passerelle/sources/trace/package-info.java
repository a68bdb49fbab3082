/** The trace that a reject leaves in an export, by which its corrected row finds it again. */
@NullMarked
package fr.passerelle.sources.trace;

import org.jspecify.annotations.NullMarked;
