/** The room for replays under another barème; empty until the operators' commands are built. */
@NullMarked
package fr.passerelle.batch.replay;

import org.jspecify.annotations.NullMarked;
