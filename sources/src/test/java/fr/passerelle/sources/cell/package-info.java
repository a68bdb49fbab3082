/** How cells are typed and repaired. */
@NullMarked
package fr.passerelle.sources.cell;

import org.jspecify.annotations.NullMarked;
