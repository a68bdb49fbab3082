/** The barème in words and numbers with their sources, the public sheet of the algorithm, and how far its numbers may go before proposals change. */
@NullMarked
package fr.passerelle.console.bareme;

import org.jspecify.annotations.NullMarked;
