/** The life of a run, from its opening to its publication: its row, its identity, its counts, its equations. */
@NullMarked
package fr.passerelle.batch.run;

import org.jspecify.annotations.NullMarked;
