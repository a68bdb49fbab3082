/** Checks the texts and the reasoning behind them. */
@NullMarked
package fr.passerelle.rules.explanation;

import org.jspecify.annotations.NullMarked;
