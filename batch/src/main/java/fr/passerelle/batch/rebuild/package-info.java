/** The topics made anew from the journal, when Kafka has lost them or has others: everything on them follows from it. */
@NullMarked
package fr.passerelle.batch.rebuild;

import org.jspecify.annotations.NullMarked;
