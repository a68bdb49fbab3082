/** The texts against the worked examples, against every shape of a plan, and against the rules of French. */
@NullMarked
package fr.passerelle.rules.explanation.text;

import org.jspecify.annotations.NullMarked;
