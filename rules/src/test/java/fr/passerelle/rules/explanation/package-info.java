/** Checks the texts and the reasoning behind them; counterfactuals and margins are tried again from the inputs of any EPCI. */
@NullMarked
package fr.passerelle.rules.explanation;

import org.jspecify.annotations.NullMarked;
