/** Tests of replays beside the live log, on real servers. */
@NullMarked
package fr.passerelle.events.replay;

import org.jspecify.annotations.NullMarked;
