/** Proves the options of an EPCI, the windows of the credits and the check of an answer, by worked cases and by properties. */
@NullMarked
package fr.passerelle.envelope.rule;

import org.jspecify.annotations.NullMarked;
