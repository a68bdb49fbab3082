/**
 * Whether all that was derived still follows from the journal: topics, state, read model and hash, held against what the journal says. The
 * facts are folded here in memory, apart from {@code events}, so that its answer has a second opinion.
 */
@NullMarked
package fr.passerelle.batch.verify;

import org.jspecify.annotations.NullMarked;
