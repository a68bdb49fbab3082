/** What a scenario of credits computed, row by row, for whoever shows it: choices that changed, credits used, who waits, the file. */
@NullMarked
package fr.passerelle.envelope.programme;

import org.jspecify.annotations.NullMarked;
