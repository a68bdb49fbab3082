/** A result computed again from its own trace and nothing else: neither facts, nor barème, nor a call to the rules that made it. */
@NullMarked
package fr.passerelle.rules.explanation.reevaluation;

import org.jspecify.annotations.NullMarked;
