/** Tests of replays; those on the real programs are in {@code dev/proof}. */
@NullMarked
package fr.passerelle.batch.replay;

import org.jspecify.annotations.NullMarked;
