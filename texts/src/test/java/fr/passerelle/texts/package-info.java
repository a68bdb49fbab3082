/** The texts against the worked examples, against every shape of a plan, and against the rules of French. */
@NullMarked
package fr.passerelle.texts;

import org.jspecify.annotations.NullMarked;
