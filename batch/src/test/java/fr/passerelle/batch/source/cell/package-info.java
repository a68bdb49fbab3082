/** How cells are typed and repaired. */
@NullMarked
package fr.passerelle.batch.source.cell;

import org.jspecify.annotations.NullMarked;
