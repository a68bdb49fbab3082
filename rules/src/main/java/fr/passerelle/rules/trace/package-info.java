/** The vocabulary of the reasoning: the list of the rules, and the steps that they write as they decide. */
@NullMarked
package fr.passerelle.rules.trace;

import org.jspecify.annotations.NullMarked;
