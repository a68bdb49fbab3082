/** Replays beside the live log: the same topology and the same projection for each replay that runs, started and stopped as the database says. */
@NullMarked
package fr.passerelle.events.replay;

import org.jspecify.annotations.NullMarked;
