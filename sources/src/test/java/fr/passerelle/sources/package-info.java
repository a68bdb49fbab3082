/** How files are read, cell by cell and whole. */
@NullMarked
package fr.passerelle.sources;

import org.jspecify.annotations.NullMarked;
