/** What is recognised as a person, and what is not. */
@NullMarked
package fr.passerelle.batch.source.trace;

import org.jspecify.annotations.NullMarked;
