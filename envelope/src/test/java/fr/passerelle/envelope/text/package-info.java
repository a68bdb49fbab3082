/** The texts of any scenario: long enough to say all, short enough to be read. */
@NullMarked
package fr.passerelle.envelope.text;

import org.jspecify.annotations.NullMarked;
