/** What is recognised as a person, and what is not. */
@NullMarked
package fr.passerelle.sources.trace;

import org.jspecify.annotations.NullMarked;
