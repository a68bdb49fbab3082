/** Pollock, a benchmark of reading damaged files, run on our reader: ten measures a file, as its authors compute them. */
@NullMarked
package fr.passerelle.sources.pollock;

import org.jspecify.annotations.NullMarked;
