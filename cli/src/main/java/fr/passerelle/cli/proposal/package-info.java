/** Proposes a mapping for an unknown file: by its header and by the look of its cells, of which it repeats none. */
@NullMarked
package fr.passerelle.cli.proposal;

import org.jspecify.annotations.NullMarked;
