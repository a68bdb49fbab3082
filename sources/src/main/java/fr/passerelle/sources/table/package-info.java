/** From bytes to records: charset, dialect, kinds of file. Strict: what cannot be read as it stands is refused at its place. */
@NullMarked
package fr.passerelle.sources.table;

import org.jspecify.annotations.NullMarked;
