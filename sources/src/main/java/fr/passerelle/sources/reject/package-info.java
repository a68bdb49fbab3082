/** What is refused and what is corrected, row by row, with its place and its reason, and a whole file that cannot be used. */
@NullMarked
package fr.passerelle.sources.reject;

import org.jspecify.annotations.NullMarked;
