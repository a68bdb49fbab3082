/** What people read of a scenario: the words of its codes, why an EPCI waits, and the same for its maire. */
@NullMarked
package fr.passerelle.envelope.text;

import org.jspecify.annotations.NullMarked;
