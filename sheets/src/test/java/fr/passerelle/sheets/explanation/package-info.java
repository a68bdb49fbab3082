/** The texts against the worked examples, against every shape of a plan, and against the rules of French. */
@NullMarked
package fr.passerelle.sheets.explanation;

import org.jspecify.annotations.NullMarked;
