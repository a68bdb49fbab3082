/** How much a room is used: its attendance folded by month, its indicators, its score and its bounds. */
@NullMarked
package fr.passerelle.rules.frequentation;

import org.jspecify.annotations.NullMarked;
