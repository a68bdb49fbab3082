/** What a run changed in the proposals, in words. */
@NullMarked
package fr.passerelle.console.change;

import org.jspecify.annotations.NullMarked;
