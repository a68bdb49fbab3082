/** How the journal is appended to. */
@NullMarked
package fr.passerelle.batch.journal;

import org.jspecify.annotations.NullMarked;
