/** Who holds which session where and when, and what became of those that were held: shown, never decided. */
@NullMarked
package fr.passerelle.console.tour;

import org.jspecify.annotations.NullMarked;
