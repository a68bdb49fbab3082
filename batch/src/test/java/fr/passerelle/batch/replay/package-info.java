/** Tests of the comparison of replays, on records. */
@NullMarked
package fr.passerelle.batch.replay;

import org.jspecify.annotations.NullMarked;
