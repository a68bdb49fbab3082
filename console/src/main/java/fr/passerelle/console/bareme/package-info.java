/** The pages of the barème, of how far its numbers may go before proposals change, and of the public sheet of the algorithm. */
@NullMarked
package fr.passerelle.console.bareme;

import org.jspecify.annotations.NullMarked;
