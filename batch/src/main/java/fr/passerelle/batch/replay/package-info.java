/** Replays: a slice of the journal computed again under a barème, apart from what is live, compared, and put in force or discarded. */
@NullMarked
package fr.passerelle.batch.replay;

import org.jspecify.annotations.NullMarked;
