/** The topology: one processor that folds the log and, when a run closes, scores, converts and finances. */
@NullMarked
package fr.passerelle.events.stream;

import org.jspecify.annotations.NullMarked;
