/** How files are read, cell by cell and whole. */
@NullMarked
package fr.passerelle.batch.source;

import org.jspecify.annotations.NullMarked;
