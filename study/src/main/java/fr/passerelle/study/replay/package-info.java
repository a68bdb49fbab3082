/** The replays as the database keeps them, and the steps taken with each. */
@NullMarked
package fr.passerelle.study.replay;

import org.jspecify.annotations.NullMarked;
